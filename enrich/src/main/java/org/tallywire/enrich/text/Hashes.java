package org.tallywire.enrich.text;

/** 64-bit hashes that stand in stored state: their constants must never change. */
public final class Hashes {
    private Hashes() {}

    /** FNV-1a over UTF-16 units. */
    public static long of(String word) {
        return Vocabulary.hash(word);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
