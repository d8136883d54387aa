package org.tallywire.enrich.text;

import java.nio.CharBuffer;
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
    /** So many letters of a word tell whether it may begin with a stem. */
    private static final int STEM_HEAD = 3;

    /** The hash of a word without letters. */
    static final long NO_LETTERS = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of(""));
    private int[] parents = new int[0];
    /** Hash and number of each word side by side, open addressing; a number of 0 is an empty slot. */
    private long[] slots = new long[2];

    private final long[] stemBits = new long[STEM_BITS / 64];
    private final long[] stemHeads = new long[STEM_BITS / 64];
    private final List<Lexicon<?>> lexicons = new ArrayList<>();
    /** By word: a bit for each lexicon in which a phrase begins with the word or one of its stems. */
    private long[] beginnings = new long[0];

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

    /** One more than the highest number. */
    public int size() {
        return words.size();
    }

    /** Takes in a lexicon over these words; gives its bit, which it may share with others if there are more than 64. */
    long register(Lexicon<?> lexicon) {
        lexicons.add(lexicon);
        return 1L << lexicons.size();
    }

    /** The bits of the lexicons in which a phrase may begin with this word: a quick no for most words. */
    long beginnings(int id) {
        return beginnings[id];
    }

    synchronized void freeze() {
        if (frozen) {
            return;
        }
        frozen = true;
        slots = new long[Integer.highestOneBit(words.size() * 4 + 16) * 2];
        parents = new int[words.size()];
        for (int id = 1; id < words.size(); id++) {
            String word = words.get(id);
            boolean stem = word.endsWith("*");
            String bare = stem ? word.substring(0, word.length() - 1) : word;
            if (stem) {
                set(stemBits, hash(bare));
                set(stemHeads, hash(bare.substring(0, Math.min(STEM_HEAD, bare.length()))));
            }
            put(id, hash(word));
            parents[id] = longestStem(bare, stem ? bare.length() - 1 : bare.length());
        }
        beginnings = new long[words.size()];
        for (int id = 1; id < words.size(); id++) {
            for (Lexicon<?> lexicon : lexicons) {
                beginnings[id] |= lexicon.beginsWith(id) ? lexicon.bit() : 0;
            }
        }
    }

    private static void set(long[] bits, long hash) {
        int bit = mix(hash) & (STEM_BITS - 1);
        bits[bit >> 6] |= 1L << bit;
    }

    private static long get(long[] bits, long hash) {
        int bit = mix(hash) & (STEM_BITS - 1);
        return bits[bit >> 6] >>> bit & 1L;
    }

    private void put(int id, long hash) {
        if (probe(hash) != 0) {
            throw new IllegalStateException("two words with one hash: " + words.get(id));
        }
        int slot = mix(hash) * 2 & (slots.length - 1);
        while (slots[slot + 1] != 0) {
            slot = slot + 2 & (slots.length - 1);
        }
        slots[slot] = hash;
        slots[slot + 1] = id;
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

    /** 64-bit FNV-1a over UTF-16 units: the hash of a word one character longer; it begins with {@link #NO_LETTERS}. */
    static long hash(long hash, char next) {
        return (hash ^ next) * FNV_PRIME;
    }

    static long hash(CharSequence word) {
        long hash = NO_LETTERS;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return hash;
    }

    /**
     * Number of the word in buffer[0, length), or of the longest stem that it begins with; 0 if neither is known. A word is known by
     * its hash alone: that one of all words ever printed bears the 64-bit hash of another is not to be expected.
     */
    int find(char[] buffer, int length, long hash) {
        int id = probe(hash);
        return id != 0 ? id : stem(buffer, length);
    }

    private int stem(char[] buffer, int length) {
        if (!mayHaveStem(buffer, length)) {
            return 0;
        }
        long hash = NO_LETTERS;
        long stems = 0;
        for (int i = 0; i < length; i++) {
            hash = hash(hash, buffer[i]);
            stems |= get(stemBits, hash) << i;
        }
        int id = 0;
        while (id == 0 && stems != 0) {
            int last = 63 - Long.numberOfLeadingZeros(stems);
            stems &= ~(1L << last);
            id = probe(hash(hash(CharBuffer.wrap(buffer, 0, last + 1)), '*'));
        }
        return id;
    }

    private boolean mayHaveStem(char[] buffer, int length) {
        long hash = NO_LETTERS;
        long found = 0;
        for (int i = 0; i < Math.min(STEM_HEAD, length); i++) {
            hash = hash(hash, buffer[i]);
            found |= get(stemHeads, hash);
        }
        return found != 0;
    }

    private int probe(long hash) {
        int slot = mix(hash) * 2 & (slots.length - 1);
        while (slots[slot + 1] != 0 && slots[slot] != hash) {
            slot = slot + 2 & (slots.length - 1);
        }
        return (int) slots[slot + 1];
    }

    private static int mix(long hash) {
        return (int) (hash ^ hash >>> 32);
    }
}
