package org.tallywire.aggregate.deliver;

import java.util.Map;
import java.util.TreeMap;
import org.tallywire.avro.Alert;

/** Labels of an alert as every Alertmanager takes them: names of {@code [a-zA-Z_][a-zA-Z0-9_]*}, no empty values. */
final class Labels {
    private Labels() {}

    static Map<String, String> of(Alert alert) {
        Map<String, String> labels = new TreeMap<>();
        put(labels, "source", alert.getSource());
        alert.getLabels().forEach((name, value) -> put(labels, safe(name), value));
        put(labels, "alertname", alert.getRule());
        put(labels, "series", alert.getSeries());
        put(labels, "family", alert.getName());
        put(labels, "severity", alert.getSeverity().name().toLowerCase(java.util.Locale.ROOT));
        put(labels, "day", String.valueOf(alert.getDay()));
        return labels;
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }

    private static String safe(String name) {
        String safe = name.replaceAll("[^a-zA-Z0-9_]", "_");
        return safe.isEmpty() || Character.isDigit(safe.charAt(0)) ? "_" + safe : safe;
    }
}
