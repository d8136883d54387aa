package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.text.PlainText;

/** Google News sitemap: addresses, titles and dates of the last two days; there is no text, so the page is always fetched. */
final class NewsSitemap {
    private NewsSitemap() {}

    /** True if the tree is a sitemap of news, or an index of sitemaps (their addresses go to {@code follow}). */
    static boolean read(Element root, FeedDocument document) {
        if (root.getName().equalsIgnoreCase("sitemapindex")) {
            Children.of(root).forEach(sitemap -> follow(sitemap, document));
            return !document.follow.isEmpty();
        }
        Links links = new Links(document.payload.url(), "");
        boolean news = !Children.any(root) && declaresNews(root);
        for (Element url : Children.of(root)) {
            Element about = child(url, "news");
            if (about == null) {
                document.drop("no news tags");
                continue;
            }
            news = true;
            document.add(item(url, about, links, document));
        }
        return news;
    }

    private static boolean declaresNews(Element root) {
        return root.getAdditionalNamespaces().stream()
                .anyMatch(space -> Namespaces.name(space.getURI()).equals("news"));
    }

    private static void follow(Element sitemap, FeedDocument document) {
        String address = new Links(document.payload.url(), "").absolute(text(sitemap, "loc"), sitemap);
        if (!address.isEmpty()) {
            document.follow.add(address);
        }
    }

    private static FeedItem item(Element url, Element news, Links links, FeedDocument document) {
        String link = links.absolute(text(url, "loc"), url);
        Dates.Picked published = document.dates.pick(List.of(text(news, "publication_date")));
        Dates.Picked updated = document.dates.pick(List.of(text(url, "lastmod")));
        Element publication = child(news, "publication");
        List<String> flags = new ArrayList<>(published.flags());
        flags.add("TEASER");
        return new FeedItem(
                link,
                PlainText.ofLooseHtml(text(news, "title")),
                link,
                published.instant(),
                published.raw(),
                updated.instant(),
                "",
                "",
                List.of(),
                publication == null ? "" : text(publication, "language"),
                false,
                List.copyOf(flags));
    }

    private static @Nullable Element child(Element parent, String name) {
        return Children.of(parent).stream()
                .filter(child -> child.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getText().strip();
    }
}
