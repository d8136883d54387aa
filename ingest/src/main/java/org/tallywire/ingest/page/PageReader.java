package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.RegionKind;
import org.tallywire.avro.Source;
import org.tallywire.ingest.date.DateOrder;
import org.tallywire.ingest.date.DateParser;
import org.tallywire.ingest.date.ParsedDate;
import org.tallywire.ingest.read.BotCheck;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Zones;
import org.tallywire.ingest.text.Decoded;
import org.tallywire.ingest.text.Decoder;
import org.tallywire.ingest.text.Mojibake;

/** Reads an article page: facts and text. Pure; no script runs, nothing is fetched. */
public final class PageReader {
    /** Fewer characters than this are no whole article. */
    static final int SHORT = 250;

    /** More nodes in a row than this are an attack on the fallback, whose time is quadratic in them. */
    private static final int SIBLINGS = 2_000;

    private static final int LONGEST = 500_000;

    /** Reads a page; the source gives the zone and the order of bare dates. Never throws for bad input. */
    public Page read(Payload payload, Source source) {
        Decoded decoded = Decoder.decode(payload.body(), payload.contentType());
        List<String> notes = new ArrayList<>(decoded.notes());
        Document page = Jsoup.parse(decoded.text(), payload.url());
        PageFacts facts = PageFacts.of(page, payload.url());
        List<String> flags = new ArrayList<>();
        List<Block> lines = lines(page, facts, flags);
        ArticleText article = ArticleText.of(facts.title(), lines, flags(page, lines, decoded.text(), flags));
        boolean whole = Container.length(lines) >= SHORT;
        HealthState state = !whole && BotCheck.is(decoded.text()) ? HealthState.CHALLENGE : state(decoded, article);
        if (state != HealthState.WORKING) {
            notes.add(
                    switch (state) {
                        case EMPTY -> "the answer is empty";
                        case CHALLENGE -> "a check for robots stands before the page";
                        default -> "no text of an article";
                    });
        }
        List<String> dates = facts.dates();
        DateParser parser = new DateParser(
                Zones.of(source.getZone()), DateOrder.of(source.getOptions().getOrDefault("dateOrder", "")));
        ParsedDate published = ParsedDate.refused("no date");
        String raw = dates.isEmpty() ? "" : dates.getFirst();
        for (String date : dates) {
            ParsedDate parsed = parser.parse(date, payload.fetchedAt());
            if (parsed.instant() != null) {
                published = parsed;
                raw = date;
                break;
            }
        }
        return new Page(
                state,
                String.join("; ", notes),
                facts.title(),
                published,
                raw,
                facts.canonical(),
                Language.of(facts.language(), article.text()),
                facts.authors(),
                article);
    }

    private static List<Block> lines(Document page, PageFacts facts, List<String> flags) {
        Cards.drop(page.body());
        Supplier<Element> pruned = Pruner.once(page.body());
        List<Block> blocks = Container.blocks(page, pruned);
        int own = Container.length(blocks);
        if (own < SHORT || own * 2 < Pruner.paragraphText(page.body())) {
            List<Block> other = fallback(page, pruned.get(), own, blocks);
            if (Container.length(other) > 2 * own) {
                flags.add("FALLBACK");
                blocks = other;
                own = Container.length(other);
            }
        }
        if (own < SHORT && facts.articleBody().length() > 2 * own) {
            flags.add("JSON_LD");
            blocks = ArticleBody.blocks(facts.articleBody(), page.baseUri());
        }
        List<Block> lines = new ArrayList<>(blocks);
        Standfirst.of(page, facts.descriptions(), blocks).ifPresent(lines::addFirst);
        return cut(Lines.of(facts.headlines(), facts.authors(), lines));
    }

    /** What Readability finds where our own text is short or misses half of the paragraphs; comments and the like do not count. */
    private static List<Block> fallback(Document page, Element pruned, int own, List<Block> blocks) {
        if (Container.holdsMost(blocks, pruned)) {
            return List.of();
        }
        boolean missing = own < SHORT || own * 2 < Pruner.paragraphText(pruned);
        if (!missing
                || Pruner.textLength(pruned) <= 2 * own
                || pruned.stream().anyMatch(box -> box.childNodeSize() >= SIBLINGS)) {
            return List.of();
        }
        Element content = new Readability4J(page.location(), "<html>" + pruned.outerHtml() + "</html>")
                .parse()
                .getArticleContent();
        return content == null ? List.of() : BlockWriter.write(Pruner.pruned(content), true);
    }

    private static List<Block> cut(List<Block> lines) {
        List<Block> kept = new ArrayList<>();
        int length = 0;
        for (Block line : lines) {
            length += line.text().length() + 1;
            if (length > LONGEST) {
                break;
            }
            kept.add(line);
        }
        return kept;
    }

    private static List<String> flags(Document page, List<Block> lines, String html, List<String> flags) {
        boolean isShort = Container.length(lines) < SHORT;
        if (isShort) {
            flags.add("SHORT");
        }
        boolean prompted = Furniture.isPrompt(page.body().text());
        boolean declared = html.toLowerCase(Locale.ROOT).replace(" ", "").contains("\"isaccessibleforfree\":false")
                || html.toLowerCase(Locale.ROOT).replace(" ", "").contains("\"isaccessibleforfree\":\"false\"");
        if (prompted || declared) {
            flags.add("PAYWALL");
        }
        if (isShort && Furniture.asksForScripts(page.text())) {
            flags.add("JS_ONLY");
        }
        if (lines.stream().anyMatch(line -> Mojibake.isLeft(line.text()))) {
            flags.add("MOJIBAKE");
        }
        return flags;
    }

    /** A page without words of its own, or one that is mostly a consent notice, is no article. */
    private static HealthState state(Decoded decoded, ArticleText article) {
        if (decoded.text().isBlank()) {
            return HealthState.EMPTY;
        }
        List<String> lines = article.body().lines().toList();
        long consent = lines.stream().filter(Furniture::isConsent).count();
        boolean words = article.regions().stream().anyMatch(region -> region.getKind() != RegionKind.HEADLINE);
        return words && !lines.isEmpty() && consent * 2 <= lines.size()
                ? HealthState.WORKING
                : HealthState.UNKNOWN_PAGE;
    }
}
