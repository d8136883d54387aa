package org.tallywire.enrich.claim;

import java.util.List;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.furniture.Furniture;

/**
 * What other finders found in the text, by UTF-16 offset.
 *
 * @param outlets mentions of publishers, by start
 * @param statutes cited and implied statutes, by start
 * @param furniture the page's furniture
 */
public record Spans(List<OutletMention> outlets, List<StatuteMention> statutes, Furniture furniture) {
    /** True if this offset lies in the citation of a statute. */
    boolean statute(int offset) {
        int index = firstStatute(offset + 1) - 1;
        for (int back = index; back >= 0 && back > index - 8; back--) {
            StatuteMention mention = statutes.get(back);
            if (!mention.getImplied() && mention.getStart() <= offset && mention.getEnd() > offset) {
                return true;
            }
        }
        return false;
    }

    /** Index of the first statute that begins at this offset or later. */
    int firstStatute(int offset) {
        int low = 0;
        int high = statutes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (statutes.get(middle).getStart() >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** True if a publisher is named between these offsets. */
    boolean namesIn(int from, int to) {
        int index = firstOutlet(from);
        return index < outlets.size() && outlets.get(index).getStart() < to;
    }

    /** True if this offset lies in the name of a publisher. */
    boolean named(int offset) {
        int index = firstOutlet(offset + 1) - 1;
        return index >= 0 && outlets.get(index).getEnd() > offset;
    }

    /** Index of the first outlet mention that begins at this offset or later. */
    int firstOutlet(int offset) {
        int low = 0;
        int high = outlets.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (outlets.get(middle).getStart() >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
