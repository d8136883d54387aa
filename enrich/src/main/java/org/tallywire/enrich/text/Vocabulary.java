package org.tallywire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All words that any lexicon knows, each with a number from 1; 0 stands for every other word. Lexicons add their words while
 * they are loaded; the first tokenizer freezes it. A word may be a stem with any ending, written with a star:
 * {@code dezertir*}. {@link #parent} leads from a word to the longest stem that it begins with, and on to shorter ones.
 */
public final class Vocabulary {
    /** Words longer than this are in no lexicon. */
    static final int LONGEST = 48;

    private static final int STEM_BITS = 1 << 16;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of(""));
    private String[] frozenWords = new String[0];
    private int[] parents = new int[0];
    private int[] slots = new int[0];
    private int[] hashes = new int[0];
    private final long[] stemBits = new long[STEM_BITS / 64];
    private boolean frozen;

    /** Number of a folded word, or of a stem ending in a star; added if new. */
    public int add(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        if (frozen) {
            throw new IllegalStateException("a tokenizer already uses this vocabulary; new word: " + word);
        }
        words.add(word);
        ids.put(word, words.size() - 1);
        return words.size() - 1;
    }

    /** The number of a folded word or starred stem as it was added; 0 if it was not. */
    public int id(String word) {
        return ids.getOrDefault(word, 0);
    }

    /** The word or starred stem with this number. */
    public String word(int id) {
        return words.get(id);
    }

    /** The longest stem, shorter than the word or equal to it, that this word begins with; 0 if there is none. */
    public int parent(int id) {
        return parents[id];
    }

    int size() {
        return words.size();
    }

    synchronized void freeze() {
        if (frozen) {
            return;
        }
        frozen = true;
        frozenWords = words.toArray(new String[0]);
        slots = new int[Integer.highestOneBit(words.size() * 4 + 16)];
        hashes = new int[words.size()];
        for (int id = 1; id < words.size(); id++) {
            String word = words.get(id);
            if (word.endsWith("*")) {
                int bit = mix(word.substring(0, word.length() - 1).hashCode()) & (STEM_BITS - 1);
                stemBits[bit >> 6] |= 1L << bit;
            }
            put(id, word.hashCode());
        }
        parents = new int[words.size()];
        for (int id = 1; id < words.size(); id++) {
            String word = words.get(id);
            boolean stem = word.endsWith("*");
            String bare = stem ? word.substring(0, word.length() - 1) : word;
            parents[id] = longestStem(bare, stem ? bare.length() - 1 : bare.length());
        }
    }

    private void put(int id, int hash) {
        hashes[id] = hash;
        int slot = mix(hash) & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = id;
    }

    private int longestStem(String word, int upTo) {
        for (int length = upTo; length > 0; length--) {
            int id = id(word.substring(0, length) + "*");
            if (id != 0) {
                return id;
            }
        }
        return 0;
    }

    /** Number of the word in buffer[0, length), or of the longest stem that it begins with; 0 if neither is known. */
    int find(char[] buffer, int length) {
        int hash = 0;
        long stems = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[i];
            int bit = mix(hash) & (STEM_BITS - 1);
            stems |= ((stemBits[bit >> 6] >>> bit) & 1L) << i;
        }
        int id = probe(buffer, length, hash, false);
        while (id == 0 && stems != 0) {
            int last = 63 - Long.numberOfLeadingZeros(stems);
            stems &= ~(1L << last);
            id = probe(buffer, last + 1, 31 * hash(buffer, last + 1) + '*', true);
        }
        return id;
    }

    private int probe(char[] buffer, int length, int hash, boolean stem) {
        int slot = mix(hash) & (slots.length - 1);
        for (int id = slots[slot]; id != 0; id = slots[slot]) {
            if (hashes[id] == hash && same(frozenWords[id], buffer, length, stem)) {
                return id;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return 0;
    }

    private static boolean same(String word, char[] buffer, int length, boolean stem) {
        if (word.length() != length + (stem ? 1 : 0)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != buffer[i]) {
                return false;
            }
        }
        return !stem || word.charAt(length) == '*';
    }

    private static int mix(int hash) {
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    /** {@link String#hashCode()} of a part of a buffer. */
    private static int hash(char[] buffer, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash;
    }
}
