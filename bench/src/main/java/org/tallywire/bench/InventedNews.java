package org.tallywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.tallywire.enrich.text.Language;

/** Articles of invented news in one language: sentences of {@code news-<language>.txt} in random order, a count in every fifth. */
final class InventedNews {
    private static final int PARAGRAPH = 3;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 36;

    private InventedNews() {}

    /** That many articles; the same ones on every run. */
    static List<String> articles(Language language, int count) {
        List<String> sentences = new ArrayList<>(sentences(language));
        Random random = new Random(count);
        List<String> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Collections.shuffle(sentences, random);
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
            articles.add(article(sentences.subList(0, length), language, random));
        }
        return articles;
    }

    private static String article(List<String> sentences, Language language, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            while (sentence.contains("{n}")) {
                sentence = sentence.replaceFirst("\\{n}", number(language, random));
            }
            text.append(sentence).append(i % PARAGRAPH == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private static String number(Language language, Random random) {
        int value = random.nextBoolean() ? 40 + random.nextInt(900) : 1_000 + random.nextInt(9_000);
        String grouped = String.format(Locale.ROOT, "%,d", value);
        return language == Language.EN ? grouped : grouped.replace(',', '\u00a0');
    }

    private static List<String> sentences(Language language) {
        String name = "news-" + language.tag() + ".txt";
        try (InputStream in = Objects.requireNonNull(InventedNews.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
