package org.tallywire.ingest.poll;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.UrlKey;

/**
 * An item with the names by which it may be known, in hashed form.
 *
 * @param item as read
 * @param guid name by guid; empty: none that can be trusted
 * @param link name by address in key form; empty: none
 * @param title name by title and date; empty: too short to identify anything
 * @param core fingerprint of title and link; without the date, which some publishers set to the time of each answer
 * @param body fingerprint of the text
 */
record Keyed(FeedItem item, String guid, String link, String title, String core, String body) {
    /** Shorter titles ("Summary", "Live") return every day. */
    private static final int TELLING = 25;

    /**
     * Names an item.
     *
     * @param guid as repaired by {@link Guids}; empty: not to be used
     * @param ownLink false: other items of the list have the same link, so it identifies none of them
     */
    static Keyed of(FeedItem item, String guid, boolean ownLink) {
        String link = UrlKey.of(item.link());
        String title = plain(item.title());
        String day = item.published() == null ? "" : day(item);
        return new Keyed(
                item,
                guid.isEmpty() ? "" : "g:" + Hash.of(guid),
                link.isEmpty() || !ownLink ? "" : "u:" + Hash.of(link),
                title.length() < TELLING ? "" : "t:" + Hash.of(title, day),
                Hash.of(title, link),
                Hash.of(plain(item.summary()), plain(item.content())));
    }

    /** The name that makes the document id: guid, else link, else title and date. */
    String key() {
        if (!guid.isEmpty()) {
            return guid;
        }
        return link.isEmpty() ? "t:" + Hash.of(core, day(item)) : link;
    }

    /** The day of an item; the words of its date where they cannot be read. */
    private static String day(FeedItem item) {
        return item.published() == null
                ? item.publishedRaw()
                : item.published().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Every name there is. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String name : List.of(guid, link, title, key())) {
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** Text without mark-up, addresses (they carry counters), case and blanks. */
    private static String plain(String text) {
        String bare =
                text.indexOf('<') < 0 ? text : Jsoup.parseBodyFragment(text).text();
        return bare.replaceAll("https?://\\S+", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
