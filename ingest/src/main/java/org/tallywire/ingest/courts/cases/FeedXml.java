package org.tallywire.ingest.courts.cases;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The items of an RSS or Atom document of a court. Read with a lenient parser: a document that was cut off keeps its whole
 * items, and entities can not reach out of it.
 *
 * @param head the channel or feed element
 * @param items whole items in document order
 * @param cut the document ended before its root element did
 */
public record FeedXml(Element head, List<Element> items, boolean cut) {
    /** Null-object for a document that is no feed. */
    private static final FeedXml NONE = new FeedXml(new Element("none"), List.of(), false);

    /** Reads the elements named {@code item} under the first {@code head} element. */
    public static FeedXml of(String text, String head, String item, String root) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        Element first = document.selectFirst(head);
        if (first == null) {
            return NONE;
        }
        boolean cut = !Pattern.compile("</" + root + "\\s*>").matcher(text).find();
        List<Element> items = document.select(item);
        int whole = (int)
                Pattern.compile("</" + item + "\\s*>").matcher(text).results().count();
        return new FeedXml(first, items.subList(0, Math.min(whole, items.size())), cut);
    }

    /** False: the document is no feed of this kind. */
    public boolean found() {
        return !head.normalName().equals("none");
    }

    /** Text of a direct child, empty if there is none. */
    public static String child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (child.normalName().equals(name)) {
                return child.wholeText().strip();
            }
        }
        return "";
    }
}
