package org.tallywire.enrich.story;

import java.util.Arrays;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Hashes;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * The three-word shingles of a text as 64-bit hashes.
 *
 * @param hashes distinct hashes, sorted
 * @param words how many words the text has
 */
record Shingles(long[] hashes, int words) {
    private static final int WIDTH = 3;

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

    private static long join(long first, long second, long third) {
        return Hashes.mix(Hashes.mix(Hashes.mix(first) + second) + third);
    }
}
