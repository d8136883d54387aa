package org.tallywire.ingest.courts.pacer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Source;

/**
 * A federal court by its id: ids that end in {@code b} are bankruptcy courts; a digit at the end, cadc, cafc and cavc are
 * appellate ones.
 *
 * @param id e.g. {@code nysd}; {@code unknown} if neither the source nor the feed's links say
 */
record PacerCourt(String id) {
    private static final Pattern HOST = Pattern.compile("//ecf\\.([a-z0-9]+)\\.");
    private static final Pattern APPELLATE = Pattern.compile(".*\\d|cadc|cafc|cavc");

    static PacerCourt of(Source source, String... links) {
        if (!source.getCourt().isEmpty()) {
            return new PacerCourt(source.getCourt());
        }
        for (String link : links) {
            Matcher host = HOST.matcher(link);
            if (host.find()) {
                return new PacerCourt(host.group(1));
            }
        }
        return new PacerCourt("unknown");
    }

    boolean bankruptcy() {
        return id.endsWith("b");
    }

    Instance instance() {
        if (APPELLATE.matcher(id).matches()) {
            return Instance.APPEAL;
        }
        return id.equals("unknown") ? Instance.UNKNOWN : Instance.FIRST;
    }
}
