package org.tallywire.enrich;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.avro.Region;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.claim.ClaimFinder;
import org.tallywire.enrich.claim.Spans;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.furniture.FurnitureFinder;
import org.tallywire.enrich.outlet.Catalogue;
import org.tallywire.enrich.outlet.OutletFinder;
import org.tallywire.enrich.outlet.Publisher;
import org.tallywire.enrich.statute.StatuteFinder;
import org.tallywire.enrich.statute.StatuteRegistry;
import org.tallywire.enrich.story.StoryDocument;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Reads the text of an article: outlets, statutes, count claims. Loading takes a moment, so make one and keep it; it holds no state
 * of any text and may be used by many threads at once. Time is linear in the length of the text, whatever it holds.
 */
public final class Extractor {
    private final FurnitureFinder furnitureFinder;
    private final Catalogue catalogue;
    private final OutletFinder outlets;
    private final StatuteRegistry registry;
    private final StatuteFinder statutes;
    private final Map<Language, ClaimFinder> claims = new EnumMap<>(Language.class);
    private final Tokenizer tokenizer;

    /** Loads all tables and lexicons from the class path. */
    public Extractor() {
        Vocabulary vocabulary = new Vocabulary();
        furnitureFinder = new FurnitureFinder(vocabulary);
        catalogue = Catalogue.load(vocabulary);
        outlets = new OutletFinder(catalogue, vocabulary);
        registry = StatuteRegistry.load();
        statutes = new StatuteFinder(registry, vocabulary);
        for (Language language : List.of(Language.EN, Language.RU, Language.UK)) {
            claims.put(language, new ClaimFinder(language, vocabulary));
        }
        tokenizer = new Tokenizer(vocabulary);
    }

    /** The tokenizer over the words of all lexicons. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** Reads an article; what its page's mark-up said about regions goes before our own reading of furniture. */
    public Extraction extract(Article article) {
        return extract(request(article));
    }

    private static Request request(Article article) {
        return new Request(
                article.getId(),
                article.getText(),
                article.getLanguage(),
                article.getEventDate(),
                article.getOutlet().isEmpty() ? article.getUrl() : article.getOutlet(),
                article.getRegions());
    }

    /** Reads a text of which no regions are known; see {@link Request}. */
    public Extraction extract(
            String documentId, String text, String lang, @Nullable LocalDate published, String carrier) {
        return extract(new Request(documentId, text, lang, published, carrier, List.of()));
    }

    /** Reads a text of no known feed. */
    public Extraction extract(String text, String lang, @Nullable LocalDate published) {
        return extract(new Request("", text, lang, published, "", List.of()));
    }

    /**
     * A text to read.
     *
     * @param documentId id of the article; goes into the ids of its claims
     * @param text the article's text, its title as the first paragraph if it has one
     * @param lang the feed's language tag; empty: told by the letters
     * @param published day of publication, the reference for "last month"; null: a dateline at the head of the text, if any
     * @param carrier outlet id or page address of who carries the article; empty: unknown
     * @param regions what the page's mark-up said
     */
    public record Request(
            String documentId,
            String text,
            String lang,
            @Nullable LocalDate published,
            String carrier,
            List<Region> regions) {}

    /** Reads a text. */
    public Extraction extract(Request request) {
        return extract(request, text(request));
    }

    /**
     * An article read once.
     *
     * @param extraction what is found in it
     * @param story what tells its copies; null without an event day
     */
    record ReadArticle(Extraction extraction, @Nullable StoryDocument story) {}

    /**
     * Reads an article and what tells its copies: its words outside furniture, its title, its day.
     *
     * @param furniture adds what the site's other pages tell of the furniture of this one
     */
    ReadArticle read(Article article, BiFunction<Tokens, Furniture, Furniture> furniture) {
        Request request = request(article);
        Text alone = text(request);
        Text text = new Text(alone.language(), alone.tokens(), furniture.apply(alone.tokens(), alone.furniture()));
        return new ReadArticle(extract(request, text), article.getEventDate() == null ? null : story(article, text));
    }

    /** A text cut into tokens. */
    private record Text(Language language, Tokens tokens, Furniture furniture) {}

    private Text text(Request request) {
        Tokens tokens = tokenizer.tokenize(request.text());
        Furniture furniture = furnitureFinder.find(tokens).with(request.regions());
        return new Text(Language.detect(request.text(), request.lang()), tokens, furniture);
    }

    private Extraction extract(Request request, Text text) {
        List<OutletMention> named = outlets.find(text.tokens(), text.furniture(), request.carrier());
        String state = state(request.carrier(), named);
        List<StatuteMention> cited = statutes.find(text.tokens(), text.furniture(), text.language(), state);
        ClaimFinder finder = claims.get(text.language());
        if (finder == null) {
            return new Extraction(text.language(), named, cited, List.of(), List.of());
        }
        Spans spans = new Spans(named, cited, text.furniture());
        ClaimFinder.Found found = finder.find(text.tokens(), request.documentId(), request.published(), spans);
        return new Extraction(text.language(), named, cited, found.claims(), found.numbers());
    }

    private static StoryDocument story(Article article, Text text) {
        String outlet = article.getOutlet().isEmpty() ? article.getSourceId() : article.getOutlet();
        return StoryDocument.of(
                article.getId(),
                outlet,
                text.language().tag(),
                article.getEventDate(),
                article.getTitle(),
                text.tokens(),
                text.furniture());
    }

    /** State whose law is meant where the text names none: the carrier's, else that of the first source; empty if nobody knows. */
    private String state(String carrier, List<OutletMention> named) {
        Publisher byId = carrier.isEmpty() ? null : catalogue.byId(carrier);
        Publisher publisher = byId != null || carrier.isEmpty() ? byId : catalogue.byUrl(carrier);
        String own = publisher == null ? "" : publisher.state();
        if (registry.hasArticles(own)) {
            return own;
        }
        for (OutletMention mention : named) {
            Publisher source = catalogue.byId(mention.getId());
            if (source != null && mention.getRole() != OutletRole.CREDIT && registry.hasArticles(source.state())) {
                return source.state();
            }
        }
        return own;
    }
}
