package org.tallywire.enrich.story;

import java.util.Arrays;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * The three-word shingles of a text as 64-bit hashes. The constants are part of the stored signatures and must never change.
 *
 * @param hashes distinct hashes, sorted
 * @param words how many words the text has
 */
record Shingles(long[] hashes, int words) {
    private static final int WIDTH = 3;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Shingles of the words and numbers outside furniture. */
    static Shingles of(Tokens tokens, Furniture furniture) {
        long[] found = new long[tokens.size()];
        long[] last = new long[WIDTH];
        int words = 0;
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean word = tokens.is(i, Kind.WORD) || tokens.is(i, Kind.DIGITS);
            if (!word || furniture.masks(tokens.start(i))) {
                continue;
            }
            last[words++ % WIDTH] = tokens.hash(i);
            if (words >= WIDTH) {
                found[count++] = join(last[words % WIDTH], last[(words + 1) % WIDTH], last[(words + 2) % WIDTH]);
            }
        }
        long[] hashes = Arrays.stream(found, 0, count).sorted().distinct().toArray();
        return new Shingles(hashes, words);
    }

    /** 64-bit FNV-1a over UTF-16 units. */
    static long hash(String word) {
        long hash = FNV_BASIS;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long join(long first, long second, long third) {
        return mix(mix(mix(first) + second) + third);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
