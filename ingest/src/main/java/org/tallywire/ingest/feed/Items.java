package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.text.PlainText;

/** Puts together a feed item from what was read ahead and what Rome read. */
record Items(Links links, Dates dates, String feedLanguage) {
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_BODY = 500_000;

    /**
     * What a format's own elements say.
     *
     * @param title plain
     * @param bodies HTML, any order; the longest is the content
     */
    record Said(String id, String title, String summary, List<String> bodies, List<String> authors) {}

    FeedItem item(Lead lead, Said said) {
        Dates.Picked published = dates.pick(lead.all(Role.PUBLISHED));
        Dates.Picked updated = dates.pick(lead.all(Role.UPDATED));
        List<String> flags = new ArrayList<>(published.flags());
        String content = Markup.absolute(longest(said.bodies()), links, lead.item());
        if (Teaser.isTeaser(content)) {
            flags.add("TEASER");
        }
        if (said.title().length() > LONGEST_TITLE || content.length() > LONGEST_BODY) {
            flags.add("CUT");
        }
        String language = lead.language();
        return new FeedItem(
                said.id().strip(),
                head(said.title(), LONGEST_TITLE),
                lead.link(links),
                published.instant(),
                published.raw(),
                updated.instant(),
                PlainText.ofHtml(Markup.once(said.summary())),
                head(content, LONGEST_BODY),
                Authors.names(said.authors()),
                language.isEmpty() ? feedLanguage : language,
                false,
                List.copyOf(flags));
    }

    private static String longest(List<String> bodies) {
        String longest = "";
        for (String body : bodies) {
            String html = Markup.once(body).strip();
            longest = html.length() > longest.length() ? html : longest;
        }
        return longest;
    }

    /** The first characters, a surrogate pair left whole. */
    private static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
