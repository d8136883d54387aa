package org.tallywire.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.text.PlainText;

/** Google News sitemap: addresses, titles and dates of the last two days; there is no text, so the page is always fetched. */
final class NewsSitemap {
    private static final Duration FRESH = Duration.ofDays(3);
    private static final int MOST_FOLLOWED = 10;

    private NewsSitemap() {}

    /** True if the tree is a sitemap of news, or an index of sitemaps (their addresses go to {@code follow}). */
    static boolean read(Element root, FeedDocument document) {
        if (root.getName().equalsIgnoreCase("sitemapindex")) {
            follow(root, document);
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

    /** The sitemaps of an index that may hold news: those called so if any is, and of the last days; an archive has thousands. */
    private static void follow(Element index, FeedDocument document) {
        Links links = new Links(document.payload.url(), "");
        List<Listed> listed = Children.of(index).stream()
                .map(sitemap -> Listed.of(sitemap, links, document))
                .filter(sitemap -> !sitemap.address().isEmpty())
                .toList();
        boolean named = listed.stream().anyMatch(Listed::saysNews);
        List<Listed> fresh = listed.stream()
                .filter(sitemap -> sitemap.saysNews() || !named)
                .filter(sitemap ->
                        !sitemap.changed().isBefore(document.payload.fetchedAt().minus(FRESH)))
                .sorted(Comparator.comparing(Listed::changed).reversed())
                .limit(MOST_FOLLOWED)
                .toList();
        fresh.forEach(sitemap -> document.follow.add(sitemap.address()));
        if (fresh.size() < listed.size()) {
            document.notes.add(fresh.size() + " of " + listed.size() + " sitemaps followed");
        }
    }

    /** One sitemap of an index; without a date it counts as changed just now. */
    private record Listed(String address, Instant changed) {
        static Listed of(Element sitemap, Links links, FeedDocument document) {
            Instant changed =
                    document.dates.pick(List.of(text(sitemap, "lastmod"))).instant();
            return new Listed(
                    links.absolute(text(sitemap, "loc"), sitemap),
                    changed == null ? document.payload.fetchedAt() : changed);
        }

        boolean saysNews() {
            return address.toLowerCase(Locale.ROOT).contains("news");
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
