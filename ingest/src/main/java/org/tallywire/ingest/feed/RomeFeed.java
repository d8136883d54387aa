package org.tallywire.ingest.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.List;
import java.util.Objects;
import org.jdom2.Document;
import org.jdom2.Element;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.read.FeedItem;

/**
 * Reads a shaped tree with Rome: what Rome bends is read and taken out first, Rome reads the rest, and the two halves meet
 * by position. If Rome refuses the whole, it gets the items one by one, and those it refuses alone are failures.
 */
final class RomeFeed {
    private final Shape shape;
    private final FeedDocument document;
    private final Items items;

    private RomeFeed(Shape shape, FeedDocument document) {
        this.shape = shape;
        this.document = document;
        document.facts = Facts.of(shape, document.payload.url());
        Links links = new Links(document.payload.url(), document.facts.link());
        this.items = new Items(links, document.dates, document.facts.language());
    }

    static void read(Shape shape, FeedDocument document) {
        new RomeFeed(shape, document).run();
    }

    private void run() {
        List<Lead> leads = shape.items().stream()
                .limit(FeedDocument.MOST_ITEMS + 1L)
                .map(shape.kind() == Shape.Kind.RSS ? RssLead::of : AtomLead::of)
                .toList();
        try {
            take(new WireFeedInput().build(shape.document()), leads);
        } catch (FeedException | IllegalArgumentException e) {
            document.notes.add("read item by item: " + Objects.toString(e.getMessage(), "Rome refused"));
            oneByOne(leads);
        }
        shape.deleted().forEach(this::deleted);
    }

    private void take(WireFeed wire, List<Lead> leads) {
        int entries = wire instanceof Feed feed
                ? feed.getEntries().size()
                : ((Channel) wire).getItems().size();
        if (entries != shape.items().size()) {
            throw new IllegalArgumentException(entries + " of " + shape.items().size() + " items");
        }
        for (int i = 0; i < entries; i++) {
            if (i >= leads.size()) {
                document.drop("too many");
            } else if (wire instanceof Feed feed) {
                List<SyndPerson> authors = feed.getAuthors();
                document.add(
                        items.item(leads.get(i), RomeAtom.said(feed.getEntries().get(i), leads.get(i), authors)));
            } else {
                document.add(items.item(
                        leads.get(i), RomeRss.said(((Channel) wire).getItems().get(i), leads.get(i))));
            }
        }
    }

    private void oneByOne(List<Lead> leads) {
        for (int i = 0; i < leads.size(); i++) {
            Element item = shape.items().get(i);
            Element parent = item.getParentElement();
            int place = parent.indexOf(item);
            item.detach();
            try {
                single(item, leads.get(i));
            } catch (FeedException | IllegalArgumentException e) {
                document.fail(
                        Objects.toString(e.getMessage(), "Rome refused"),
                        leads.get(i).one(Role.TITLE));
            }
            item.detach();
            parent.addContent(place, item);
        }
    }

    private void single(Element item, Lead lead) throws FeedException {
        boolean rss = shape.kind() == Shape.Kind.RSS;
        Element root = rss
                ? new Element("rss").setAttribute("version", "2.0").addContent(new Element("channel").addContent(item))
                : new Element("feed", Namespaces.ATOM).addContent(item);
        WireFeed wire = new WireFeedInput().build(new Document(root));
        if (wire instanceof Feed feed) {
            document.add(items.item(lead, RomeAtom.said(feed.getEntries().getFirst(), lead, List.of())));
        } else {
            document.add(
                    items.item(lead, RomeRss.said(((Channel) wire).getItems().getFirst(), lead)));
        }
    }

    /** RFC 6721: the publisher takes an entry back. */
    private void deleted(Element tombstone) {
        String id = tombstone.getAttributeValue("ref", "").strip();
        Dates.Picked when = document.dates.pick(List.of(tombstone.getAttributeValue("when", "")));
        if (!id.isEmpty()) {
            document.items.add(new FeedItem(
                    id,
                    "",
                    "",
                    null,
                    "",
                    when.instant(),
                    "",
                    "",
                    List.of(),
                    document.facts.language(),
                    true,
                    List.of()));
        }
    }
}
