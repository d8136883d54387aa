package org.tallywire.enrich.furniture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Region;
import org.tallywire.avro.RegionKind;

/**
 * The furniture of one text: spans in order that do not overlap.
 *
 * @param spans the spans, by start
 */
public record Furniture(List<FurnitureSpan> spans) {
    /** A text without furniture. */
    public static final Furniture NONE = new Furniture(List.of());

    public Furniture {
        spans = List.copyOf(spans);
    }

    /** What stands at this offset; null: the article itself. */
    public @Nullable FurnitureKind kindAt(int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < spans.size() && spans.get(low).start() <= offset
                ? spans.get(low).kind()
                : null;
    }

    /** True if no finder may count what stands at this offset. */
    public boolean masks(int offset) {
        return kindAt(offset) != null;
    }

    /** This furniture and what the page's mark-up said: FURNITURE, CREDIT and CAPTION regions. */
    public Furniture with(List<Region> regions) {
        List<FurnitureSpan> all = new ArrayList<>(spans);
        for (Region region : regions) {
            FurnitureKind kind = kindOf(region.getKind());
            if (kind != null && region.getEnd() > region.getStart()) {
                all.add(new FurnitureSpan(kind, region.getStart(), region.getEnd()));
            }
        }
        return all.size() == spans.size() ? this : new Furniture(flat(all));
    }

    /** This furniture and more of it. */
    Furniture and(List<FurnitureSpan> more) {
        List<FurnitureSpan> all = new ArrayList<>(spans);
        all.addAll(more);
        return more.isEmpty() ? this : new Furniture(flat(all));
    }

    private static @Nullable FurnitureKind kindOf(RegionKind kind) {
        return switch (kind) {
            case FURNITURE -> FurnitureKind.MENU;
            case CREDIT -> FurnitureKind.CREDIT;
            case CAPTION -> FurnitureKind.CAPTION;
            default -> null;
        };
    }

    /** The same spans without overlaps: what begins first, then what is longer, wins. */
    static List<FurnitureSpan> flat(List<FurnitureSpan> all) {
        List<FurnitureSpan> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(FurnitureSpan::start)
                .thenComparing(FurnitureSpan::end, Comparator.reverseOrder()));
        List<FurnitureSpan> out = new ArrayList<>();
        int end = 0;
        for (FurnitureSpan span : sorted) {
            if (span.end() > end) {
                out.add(new FurnitureSpan(span.kind(), Math.max(span.start(), end), span.end()));
                end = span.end();
            }
        }
        return out;
    }
}
