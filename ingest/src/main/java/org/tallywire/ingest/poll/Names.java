package org.tallywire.ingest.poll;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of one document: one article can come under thousands of addresses, so only the latest are kept. */
final class Names {
    private static final int MOST = 20;

    private Names() {}

    static List<String> joined(List<String> before, List<String> now) {
        Set<String> all = new LinkedHashSet<>(before);
        all.removeAll(now);
        all.addAll(now);
        List<String> list = new ArrayList<>(all);
        return List.copyOf(list.subList(Math.max(0, list.size() - MOST), list.size()));
    }
}
