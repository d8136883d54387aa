package org.tallywire.ingest.feed;

import com.rometools.rome.feed.rss.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.text.PlainText;

/** Takes what Rome read of an RSS item. */
final class RomeRss {
    private RomeRss() {}

    static Items.Said said(Item item, Lead lead) {
        String description =
                item.getDescription() == null ? "" : text(item.getDescription().getValue());
        String content = item.getContent() == null ? "" : text(item.getContent().getValue());
        String summary = description.isBlank() ? lead.one(Role.SUMMARY) : description.strip();
        List<String> bodies = new ArrayList<>(lead.all(Role.BODY));
        bodies.add(content);
        bodies.add(summary);
        return new Items.Said(id(item, lead), title(lead), summary, bodies, authors(item, lead));
    }

    private static String id(Item item, Lead lead) {
        String guid =
                item.getGuid() == null ? "" : text(item.getGuid().getValue()).strip();
        return guid.isEmpty() ? lead.one(Role.ID) : guid;
    }

    private static String title(Lead lead) {
        for (String title : lead.all(Role.TITLE)) {
            String plain = PlainText.ofLooseHtml(Markup.once(title));
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        return "";
    }

    private static List<String> authors(Item item, Lead lead) {
        List<String> names = new ArrayList<>();
        names.add(text(item.getAuthor()));
        names.addAll(lead.all(Role.AUTHOR));
        return names;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
