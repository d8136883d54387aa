package org.tallywire.ingest.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.feed.Lead.Role;

/** Takes what Rome read of an Atom entry. */
final class RomeAtom {
    private RomeAtom() {}

    static Items.Said said(Entry entry, Lead lead, List<SyndPerson> feedAuthors) {
        String summary = html(entry.getSummary());
        List<String> bodies = new ArrayList<>(lead.all(Role.BODY));
        entry.getContents().forEach(content -> bodies.add(html(content)));
        bodies.add(summary);
        List<String> authors = new ArrayList<>(lead.all(Role.AUTHOR));
        authors.addAll(people(entry.getAuthors()));
        if (authors.isEmpty()) {
            authors.addAll(people(feedAuthors));
        }
        return new Items.Said(Objects.toString(entry.getId(), ""), lead.one(Role.TITLE), summary, bodies, authors);
    }

    private static List<String> people(List<SyndPerson> people) {
        return people.stream()
                .map(person -> Objects.toString(person.getName(), Objects.toString(person.getEmail(), "")))
                .toList();
    }

    /** Plain text constructs become HTML, so that signs in them keep their meaning. */
    private static String html(@Nullable Content content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        String value = content.getValue().strip();
        return "text".equals(content.getType()) ? Entities.escape(value) : value;
    }
}
