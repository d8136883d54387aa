package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Text that a page builder spreads over boxes of one name, each in a block of its own: joined from the first to the last. */
final class Peers {
    private Peers() {}

    /** The box itself, or, where boxes of its name hold far more prose together, a copy of what holds them all. */
    static Element joined(Element box, List<Element> boxes) {
        if (box.className().isBlank() || box.normalName().equals("article")) {
            return box;
        }
        String kind = Names.kind(box);
        int own = prose(box);
        int together = 0;
        List<Element> peers = new ArrayList<>();
        for (Element other : boxes) {
            int prose = other == box ? own : isPeer(other, box, kind) ? prose(other) : 0;
            together += prose;
            if (prose > 0) {
                peers.add(other);
            }
        }
        return peers.size() > 1 && together * 7 > own * 10 ? blocks(peers) : box;
    }

    private static boolean isPeer(Element other, Element box, String kind) {
        return Names.kind(other).equals(kind)
                && isOutermost(other, kind)
                && !box.parents().contains(other);
    }

    private static boolean isOutermost(Element box, String kind) {
        return box.parents().stream().noneMatch(above -> Names.kind(above).equals(kind));
    }

    private static int prose(Element box) {
        return Prose.length(BlockWriter.write(box, true));
    }

    /** What stands beside each other below all that the peers share; blocks without prose at its end are something else. */
    private static Element blocks(List<Element> peers) {
        List<Element> shared = new ArrayList<>(peers.getFirst().parents());
        peers.forEach(peer -> shared.retainAll(peer.parents()));
        Element article = shared.getFirst().closest("article");
        Element common = article == null ? shared.getFirst() : article;
        Element copy = common.clone();
        copy.setBaseUri(common.baseUri());
        for (Element last = copy.lastElementChild(); last != null && prose(last) == 0; last = copy.lastElementChild()) {
            last.remove();
        }
        return copy;
    }
}
