package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Content;
import org.jdom2.Element;

/** Child elements as a list of its own: they may be detached on the way, and JDOM's live lists are slow to walk. */
final class Children {
    private Children() {}

    static List<Element> of(Element parent) {
        List<Content> content = parent.getContent();
        List<Element> children = new ArrayList<>(content.size());
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** True if the element holds markup, not only words. */
    static boolean any(Element parent) {
        List<Content> content = parent.getContent();
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Element) {
                return true;
            }
        }
        return false;
    }
}
