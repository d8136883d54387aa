package org.tallywire.enrich.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Made-up articles: words drawn with the skew of a language (the n-th word as often as 1/n), in sentences and paragraphs, and the
 * changes that copies on other pages show.
 */
public final class SyntheticArticle {
    private static final int VOCABULARY = 20_000;

    private final Random random;

    public SyntheticArticle(long seed) {
        random = new Random(seed);
    }

    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        int count = 15 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            sentences.add(sentence());
        }
        return sentences;
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder();
        int words = 8 + random.nextInt(18);
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(word());
        }
        return sentence.append('.').toString();
    }

    private String word() {
        int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
        return "w" + letters(rank);
    }

    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int n = number; n > 0; n /= 26) {
            word.append((char) ('a' + n % 26));
        }
        return word.toString();
    }

    public static String text(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            text.append(sentences.get(i)).append(i % 3 == 2 ? '\n' : ' ');
        }
        return text.toString();
    }

    public String appealAdded(List<String> sentences) {
        return text(sentences) + "\n" + sentence() + " " + sentence() + " " + sentence();
    }

    String wordsChanged(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (String word : text(sentences).split(" ")) {
            text.append(random.nextInt(20) == 0 ? word() : word).append(' ');
        }
        return text.toString();
    }

    String shortenedWithNewLead(List<String> sentences) {
        List<String> kept = new ArrayList<>(List.of(sentence()));
        sentences.stream().filter(each -> random.nextInt(10) >= 3).forEach(kept::add);
        return text(kept);
    }

    String shuffled(List<String> sentences) {
        List<String> paragraphs = new ArrayList<>(List.of(text(sentences).split("\n")));
        Collections.shuffle(paragraphs, random);
        return String.join("\n", paragraphs);
    }

    String firstHalf(List<String> sentences) {
        return text(sentences.subList(0, sentences.size() / 2));
    }
}
