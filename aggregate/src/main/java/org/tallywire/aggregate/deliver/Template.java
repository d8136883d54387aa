package org.tallywire.aggregate.deliver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Evidence;
import org.tallywire.schemas.AvroJson;

/** Bodies that come with the program. */
public enum Template implements Body {
    /** The alert as it stands in the topic, inside {@code {"type":"alert.firing","timestamp":..,"data":{..}}}. */
    STANDARD {
        @Override
        public String body(Alert alert) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("type", "alert." + alert.getState().name().toLowerCase(Locale.ROOT));
            body.put("timestamp", String.valueOf(alert.getUpdatedAt()));
            body.set("data", AvroJson.node(alert));
            return body.toString();
        }
    },
    /** A Slack message: text for notifications and blocks with the quotes. */
    SLACK {
        @Override
        public String body(Alert alert) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            String text = (alert.getState() == AlertState.FIRING ? alert.getSeverity() : alert.getState()) + ": "
                    + escape(alert.getMessage());
            body.put("text", text);
            StringBuilder all = new StringBuilder(text);
            for (Evidence evidence : alert.getEvidence()) {
                all.append("\n• <").append(escape(evidence.getUrl())).append('|');
                all.append(escape(evidence.getDocumentId())).append('>');
                if (!evidence.getQuote().isEmpty()) {
                    all.append(" _").append(escape(evidence.getQuote())).append('_');
                }
            }
            body.putArray("blocks")
                    .addObject()
                    .put("type", "section")
                    .putObject("text")
                    .put("type", "mrkdwn")
                    .put("text", all.substring(0, Math.min(all.length(), LONGEST_SECTION)));
            return body.toString();
        }
    };

    private static final int LONGEST_SECTION = 3000;

    /** Text in which nothing is a link, a mention or a mark to Slack. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "/");
    }
}
