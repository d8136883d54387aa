package org.tallywire.aggregate.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tallywire.aggregate.watch.StaleSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Evidence;

/**
 * One alert as Alertmanager's API v2 takes it.
 *
 * @param labels what identifies it
 * @param annotations what people read
 * @param startsAt ISO 8601
 * @param endsAt in the future while it fires; always sent, for Alertmanager sets startsAt to endsAt otherwise
 * @param generatorURL page of the newest document behind it; empty: none
 */
public record Posting(
        Map<String, String> labels,
        Map<String, String> annotations,
        String startsAt,
        String endsAt,
        String generatorURL) {
    static Posting of(Alert alert, Map<String, String> labels, Instant end) {
        Instant start = alert.getStartsAt() == null || alert.getStartsAt().isAfter(end) ? end : alert.getStartsAt();
        return new Posting(labels, annotations(alert), start.toString(), end.toString(), page(alert));
    }

    /** True if the rules of inhibition that come with us name it as a source. */
    boolean holdsOthersBack() {
        return StaleSource.RULE.equals(labels.get("alertname"));
    }

    private static Map<String, String> annotations(Alert alert) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("summary", alert.getMessage());
        texts.put("observed", number(alert.getObserved()));
        texts.put("expected", number(alert.getExpected()));
        texts.put("p", String.format(Locale.ROOT, "%.2g", alert.getPValue()));
        texts.put("state", alert.getState().name());
        texts.put("reason", alert.getReason());
        texts.put("id", alert.getId());
        int i = 1;
        for (Evidence evidence : alert.getEvidence()) {
            texts.put("evidence_" + i, evidence.getDocumentId() + " " + evidence.getUrl());
            texts.put("quote_" + i, evidence.getQuote());
            i++;
        }
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    /** Alertmanager refuses an alert whose page is no address, so such a page is left out. */
    private static String page(Alert alert) {
        String url = alert.getEvidence().isEmpty()
                ? ""
                : alert.getEvidence().getLast().getUrl();
        try {
            URI page = new URI(url);
            return page.isAbsolute() && page.getHost() != null ? page.toASCIIString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
