package org.tallywire.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.text.PlainText;

/** What a feed says of itself: name, home page, language, and how often it wants to be asked. */
final class Facts {
    private static final Map<String, Integer> PERIODS =
            Map.of("hourly", 3_600, "daily", 86_400, "weekly", 604_800, "monthly", 2_592_000, "yearly", 31_536_000);
    private static final Set<String> DAYS =
            Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    private static final int LONGEST = 31_536_000;

    private final Element feed;
    private final boolean atom;

    private Facts(Element feed, boolean atom) {
        this.feed = feed;
        this.atom = atom;
    }

    /** Reads the feed element of a shaped tree and takes out of it what Rome could stumble over. */
    static FeedFacts of(Shape shape, String address) {
        Facts facts = new Facts(shape.feed(), shape.kind() == Shape.Kind.ATOM);
        FeedFacts said = new FeedFacts(
                facts.title(),
                facts.link(new Links(address, "")),
                facts.language(),
                "",
                facts.ttl(),
                facts.skipHours(),
                facts.skipDays());
        for (Element child : Children.of(shape.feed())) {
            boolean item = child.getName().equals("item") || child.getName().equals("entry");
            boolean author = child.getName().equals("author") && facts.atom;
            if (!item && !author) {
                child.detach();
            }
        }
        return said;
    }

    private String title() {
        Element title = child("title");
        if (title == null) {
            title = foreign("dc", "title");
        }
        return title == null ? "" : atom ? AtomLead.title(title) : PlainText.ofLooseHtml(title.getValue());
    }

    private @Nullable Element child(String name) {
        return feed.getChild(name, atom ? Namespaces.ATOM : Namespace.NO_NAMESPACE);
    }

    private @Nullable Element foreign(String space, String name) {
        for (Element child : Children.of(feed)) {
            if (child.getName().equals(name)
                    && Namespaces.name(child.getNamespaceURI()).equals(space)) {
                return child;
            }
        }
        return null;
    }

    private String link(Links links) {
        for (Element child : Children.of(feed)) {
            String rel = child.getAttributeValue("rel", "alternate");
            if (child.getName().equals("link") && rel.equals("alternate")) {
                String href = child.getAttributeValue("href", child.getText());
                String absolute = links.absolute(href, child);
                if (!absolute.isEmpty()) {
                    return absolute;
                }
            }
        }
        return "";
    }

    private String language() {
        Element language = child("language");
        Element other = language == null ? foreign("dc", "language") : language;
        if (other != null && !other.getText().isBlank()) {
            return other.getText().strip();
        }
        for (Element at = feed; at != null; at = at.getParentElement()) {
            String declared =
                    at.getAttributeValue("lang", Namespace.XML_NAMESPACE, "").strip();
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return "";
    }

    /** Seconds: ttl is in minutes; sy: says how often in a period. */
    private int ttl() {
        Element ttl = child("ttl");
        long seconds = ttl == null ? 0 : 60 * number(ttl.getText());
        Element period = foreign("sy", "updatePeriod");
        Element frequency = foreign("sy", "updateFrequency");
        if (period != null) {
            long times = frequency == null ? 1 : Math.max(1, number(frequency.getText()));
            long span = PERIODS.getOrDefault(period.getText().strip().toLowerCase(Locale.ROOT), 0);
            seconds = Math.max(seconds, span / times);
        }
        return (int) Math.min(seconds, LONGEST);
    }

    private static long number(String text) {
        String plain = text.strip();
        return plain.matches("\\d{1,8}") ? Long.parseLong(plain) : 0;
    }

    private List<Integer> skipHours() {
        Element hours = child("skipHours");
        return hours == null
                ? List.of()
                : Children.of(hours).stream()
                        .map(hour -> hour.getText().strip())
                        .filter(hour -> hour.matches("\\d{1,2}") && Integer.parseInt(hour) <= 24)
                        .map(hour -> Integer.parseInt(hour) % 24)
                        .distinct()
                        .toList();
    }

    private List<String> skipDays() {
        Element days = child("skipDays");
        return days == null
                ? List.of()
                : Children.of(days).stream()
                        .map(day -> day.getText().strip().toUpperCase(Locale.ROOT))
                        .filter(DAYS::contains)
                        .distinct()
                        .toList();
    }
}
