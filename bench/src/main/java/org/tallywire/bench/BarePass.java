package org.tallywire.bench;

import org.tallywire.enrich.text.Vocabulary;

/**
 * The least that a lexicon method has to do: cuts a text into runs of letters and digits, folds them to lower case and looks
 * each up among the words that the extractor knows. No stems, phrases, sentences, scripts or signs: a limit, no extractor.
 */
final class BarePass {
    private static final long PRIME = 0x100000001b3L;
    /** Lower case of each letter and digit; 0 for any other character. */
    private final char[] lower = new char[1 << 16];

    private final long[] hashes;
    private int[] starts = new int[0];
    private int[] found = new int[0];

    BarePass(Vocabulary vocabulary) {
        for (int c = 0; c < lower.length; c++) {
            lower[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase((char) c) : 0;
        }
        hashes = new long[Integer.highestOneBit(vocabulary.size() * 4)];
        for (int id = 1; id < vocabulary.size(); id++) {
            long hash = 0;
            for (char c : vocabulary.word(id).toCharArray()) {
                hash = (hash ^ c) * PRIME;
            }
            hashes[slot(hash)] = hash;
        }
    }

    /** How many words of the text are known; their places are kept until the next text. */
    int run(String text) {
        if (starts.length < text.length()) {
            starts = new int[text.length()];
            found = new int[text.length()];
        }
        int words = 0;
        int known = 0;
        int i = 0;
        while (i < text.length()) {
            char c = lower[text.charAt(i)];
            if (c == 0) {
                i++;
                continue;
            }
            int start = i;
            long hash = 0;
            while (c != 0) {
                hash = (hash ^ c) * PRIME;
                c = ++i < text.length() ? lower[text.charAt(i)] : 0;
            }
            int slot = slot(hash);
            starts[words] = start;
            found[words++] = hashes[slot] == 0 ? 0 : slot;
            known += hashes[slot] == 0 ? 0 : 1;
        }
        return known;
    }

    /** Where this hash is, or the empty slot where it would be. */
    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
