package org.tallywire.ingest.page;

import java.util.List;
import java.util.regex.Pattern;
import org.tallywire.avro.RegionKind;

/** Boxes with addresses and telephone numbers: the line that opens one, and the short lines and addresses under it. */
final class Contacts {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?iu)\\S@\\S+\\.\\p{L}{2,}|\\+?\\d[\\d ()\\u2011\\u2013-]{6,}\\d|https?://|(?<![\\p{L}@])@\\w{3,}");
    private static final int OPENING_WORDS = 12;
    private static final int LABEL = 60;
    private static final int LONGEST = 250;
    private static final int MOST_LINES = 6;

    private Contacts() {}

    /** Tags the lines in place. An opening that is a whole sentence of the article, with no address in or under it, opens nothing. */
    static void tag(List<Block> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            boolean few = text.split(" ").length <= OPENING_WORDS;
            if (!Furniture.opensContacts(text) || !few && !isAddress(lines.get(i))) {
                continue;
            }
            int end = i + 1;
            int last = isAddress(lines.get(i)) ? i : -1;
            while (end < lines.size() && end <= i + MOST_LINES && belongs(lines.get(end))) {
                last = isAddress(lines.get(end)) ? end : last;
                end++;
            }
            for (int j = i; j <= last; j++) {
                lines.set(j, lines.get(j).as(RegionKind.FURNITURE));
            }
        }
    }

    private static boolean belongs(Block line) {
        return line.kind() != RegionKind.HEADING && (line.text().length() <= LABEL || isAddress(line));
    }

    private static boolean isAddress(Block line) {
        return line.text().length() <= LONGEST && ADDRESS.matcher(line.text()).find();
    }
}
