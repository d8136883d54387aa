package org.tallywire.standalone.courts;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds words in bytes, as they are, without their ending, in Latin letters, in capitals and small letters, in UTF-8, both
 * UTF-16, windows-1251 and KOI8-R, and as JSON and addresses escape them. One pass, whatever the number of words.
 */
final class NameSearch {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-R"));
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";
    private static final List<String> LATIN = List.of(
            ("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g").split(" "));
    private static final int ENDING = 2;

    private final Map<Integer, List<Form>> byHead = new HashMap<>();

    /** One way to write a word. */
    private record Form(String word, byte[] bytes) {}

    /** @param words each of eight letters or more */
    NameSearch(Collection<String> words) {
        for (String word : words) {
            String stem = word.length() >= 8 ? word.substring(0, word.length() - ENDING) : word;
            for (String spelt : new TreeSet<>(List.of(stem, latin(stem)))) {
                for (String form :
                        new TreeSet<>(List.of(spelt, spelt.toLowerCase(Locale.ROOT), spelt.toUpperCase(Locale.ROOT)))) {
                    CHARSETS.stream()
                            .filter(charset -> charset.newEncoder().canEncode(form))
                            .forEach(charset -> add(word, form.getBytes(charset)));
                    add(word, URLEncoder.encode(form, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
                    add(word, escaped(form).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    /** The words that stand in the bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
            for (Form form : byHead.getOrDefault(buffer.getInt(at), List.of())) {
                int end = at + form.bytes().length;
                if (end <= bytes.length && Arrays.equals(bytes, at, end, form.bytes(), 0, form.bytes().length)) {
                    found.add(form.word());
                }
            }
        }
        return found;
    }

    private void add(String word, byte[] form) {
        byHead.computeIfAbsent(ByteBuffer.wrap(form).getInt(), head -> new ArrayList<>())
                .add(new Form(word, form));
    }

    private static String escaped(String word) {
        return word.chars()
                .mapToObj(c -> c < 128 ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        for (char c : word.toCharArray()) {
            int at = CYRILLIC.indexOf(Character.toLowerCase(c));
            String letters = at < 0 ? Character.toString(c) : LATIN.get(at).replace("-", "");
            boolean capital = at >= 0 && Character.isUpperCase(c) && !letters.isEmpty();
            latin.append(capital ? Character.toUpperCase(letters.charAt(0)) + letters.substring(1) : letters);
        }
        return latin.toString();
    }
}
