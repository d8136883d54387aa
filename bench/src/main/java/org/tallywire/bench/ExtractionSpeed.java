package org.tallywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tallywire.enrich.Extraction;
import org.tallywire.enrich.Extractor;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokenizer;

/**
 * Full extraction beside a bare pass of tokens and look-ups ({@link BarePass}), a plain regular expression for numbers, and our
 * token layer alone, over the same articles, in one run. Prints MB of UTF-8 text a second and core (see {@link Rounds}), per
 * language, and what share of the bare pass full extraction reaches.
 *
 * <p>Run: {@code mvn -q -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath} and
 * {@code java -XX:+UseSerialGC -cp bench/target/classes:$(cat bench/target/classpath) org.tallywire.bench.ExtractionSpeed
 * [FOLDER]}; a folder of English {@code .txt} articles is measured after the invented ones.
 */
public final class ExtractionSpeed {
    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.RU, Language.UK);
    private static final int ARTICLES = 200;
    private static final int WARM_UP_SECONDS = 12;
    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,\\u00a0 ]\\d{3})*(?:[.,]\\d+)?");

    private final Extractor extractor = new Extractor();
    private final Tokenizer tokenizer = extractor.tokenizer();
    private final BarePass bare = new BarePass(tokenizer.vocabulary());

    private ExtractionSpeed() {}

    public static void main(String[] args) throws Exception {
        ExtractionSpeed speed = new ExtractionSpeed();
        for (Language language : LANGUAGES) {
            Rounds.warmUp(speed.extraction(language, InventedNews.articles(language, ARTICLES)), WARM_UP_SECONDS);
        }
        System.out.printf("%-8s %8s %8s %8s %8s %8s%n", "MB/s", "full", "bare", "share", "regex", "tokens");
        for (Language language : LANGUAGES) {
            speed.measure(language.tag(), language, InventedNews.articles(language, ARTICLES));
        }
        if (args.length > 0) {
            speed.measure("folder", Language.EN, read(Path.of(args[0])));
        }
    }

    private static List<String> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(ExtractionSpeed::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(String name, Language language, List<String> articles) throws Exception {
        double bytes = articles.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        double[] rates = new Rounds(.5)
                .perSecond(
                        extraction(language, articles),
                        over(articles, bare::run),
                        over(articles, ExtractionSpeed::numbers),
                        over(articles, text -> tokenizer.tokenize(text).size()));
        double megabytes = bytes / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-8s %8.1f %8.1f %8.2f %8.1f %8.1f   %d articles, %.0f bytes each, %d claims%n",
                name,
                rates[0] * megabytes,
                rates[1] * megabytes,
                rates[0] / rates[1],
                rates[2] * megabytes,
                rates[3] * megabytes,
                articles.size(),
                bytes / articles.size(),
                claims(language, articles));
    }

    private Rounds.Task extraction(Language language, List<String> articles) {
        return over(articles, text -> found(extractor.extract(text, language.tag(), DAY)));
    }

    private int claims(Language language, List<String> articles) {
        return articles.stream()
                .mapToInt(text ->
                        extractor.extract(text, language.tag(), DAY).claims().size())
                .sum();
    }

    private static Rounds.Task over(List<String> articles, ToLongFunction<String> work) {
        return () -> articles.stream().mapToLong(work).sum();
    }

    private static long found(Extraction extraction) {
        return extraction.claims().size()
                + extraction.outlets().size()
                + extraction.statutes().size();
    }

    private static long numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        long count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
