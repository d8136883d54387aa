package org.tallywire.enrich.text;

import java.util.Arrays;

/**
 * A text as a list of tokens, in order, without spaces. Offsets are UTF-16 indices into {@link #text}, end exclusive.
 *
 * <p>A word is a run of letters of any script; an apostrophe between Cyrillic letters belongs to it, one between Latin letters
 * begins the next word ({@code Russia} {@code 's}). Digits are a run of 0-9. Every other character is a token of its own, so
 * {@code OVD-Info} is three tokens that touch. A web address is one token. Brackets and stars of Markdown make no tokens; the
 * target of a Markdown link is kept in {@link #linkStart}.
 */
public final class Tokens {
    /** What a token is. */
    public enum Kind {
        WORD,
        DIGITS,
        PUNCT,
        URL
    }

    /** Text without stops is cut into sentences of this many tokens, so that work per sentence stays bounded. */
    private static final int LONGEST_SENTENCE = 250;

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private final Vocabulary vocabulary;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] words;
    private long[] hashes;
    private byte[] kinds;
    /** Folded sign of a token that is one, else 0. */
    private char[] signs;

    private int[] sentences;
    private int[] paragraphs;
    private int[] links = new int[8];
    private int linkCount;
    private int[] sentenceStarts = new int[64];
    private int sentenceCount;

    Tokens(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        int room = text.length() / 5 + 16;
        starts = new int[room];
        ends = new int[room];
        words = new int[room];
        hashes = new long[room];
        kinds = new byte[room];
        signs = new char[room];
        sentences = new int[room];
        paragraphs = new int[room];
    }

    void add(Kind kind, int start, int end, int word, long hash, int paragraph, boolean newSentence) {
        if (size == starts.length) {
            grow();
        }
        boolean full = sentenceCount > 0 && size - sentenceStarts[sentenceCount - 1] >= LONGEST_SENTENCE;
        if (newSentence || size == 0 || full) {
            startSentence();
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = word;
        hashes[size] = hash;
        kinds[size] = (byte) kind.ordinal();
        signs[size] = kind == Kind.PUNCT ? Letters.fold(text.charAt(start)) : 0;
        sentences[size] = sentenceCount - 1;
        paragraphs[size++] = paragraph;
    }

    void addLink(int start, int end) {
        if (linkCount * 2 == links.length) {
            links = Arrays.copyOf(links, links.length * 2);
        }
        links[linkCount * 2] = start;
        links[linkCount++ * 2 + 1] = end;
    }

    private void startSentence() {
        if (sentenceCount == sentenceStarts.length) {
            sentenceStarts = Arrays.copyOf(sentenceStarts, sentenceCount * 2);
        }
        sentenceStarts[sentenceCount++] = size;
    }

    private void grow() {
        int room = size * 2;
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        words = Arrays.copyOf(words, room);
        hashes = Arrays.copyOf(hashes, room);
        kinds = Arrays.copyOf(kinds, room);
        signs = Arrays.copyOf(signs, room);
        sentences = Arrays.copyOf(sentences, room);
        paragraphs = Arrays.copyOf(paragraphs, room);
    }

    /** The text, unchanged. */
    public String text() {
        return text;
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** Where token i begins. Behind the last token: the end of the text. */
    public int start(int i) {
        return i < size ? starts[i] : text.length();
    }

    /** Where token i ends, exclusive. Behind the last token: the end of the text. */
    public int end(int i) {
        return i < size ? ends[i] : text.length();
    }

    /** What token i is. */
    public Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** True if there is a token i and it is of this kind; any i is allowed. */
    public boolean is(int i, Kind kind) {
        return i >= 0 && i < size && kinds[i] == kind.ordinal();
    }

    /** True if token i is this sign; all dashes are {@code -}, all quotes {@code "}, all apostrophes {@code '}. Any i is allowed. */
    public boolean is(int i, char sign) {
        return i >= 0 && i < size && signs[i] == sign;
    }

    /** Number of token i in the vocabulary; 0 if no lexicon knows it. Any i is allowed. */
    public int word(int i) {
        return i >= 0 && i < size ? words[i] : 0;
    }

    /** The vocabulary that {@link #word} speaks of. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** True if no space stands between token i and the one before it. */
    public boolean joined(int i) {
        return i > 0 && i < size && starts[i] == ends[i - 1];
    }

    /** True if token i begins with a capital letter. Any i is allowed. */
    public boolean capital(int i) {
        return i >= 0 && i < size && Character.isUpperCase(text.charAt(starts[i]));
    }

    /** Number of the sentence of token i, from 0. Behind the last token: one that is not there. */
    public int sentence(int i) {
        return i < size ? sentences[i] : sentenceCount;
    }

    /** Number of the paragraph of token i, from 0. Behind the last token: one that is not there. */
    public int paragraph(int i) {
        return i < size ? paragraphs[i] : Integer.MAX_VALUE;
    }

    /** How many sentences there are. */
    public int sentenceCount() {
        return sentenceCount;
    }

    /** First token of a sentence. */
    public int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    /** Token after the last one of a sentence. */
    public int sentenceEnd(int sentence) {
        return sentence + 1 < sentenceCount ? sentenceStarts[sentence + 1] : size;
    }

    /** The first token that ends after this offset; size() if there is none. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many Markdown links there are. */
    public int linkCount() {
        return linkCount;
    }

    /** Where the target of Markdown link n begins, inside its parentheses. */
    public int linkStart(int n) {
        return links[n * 2];
    }

    /** Where the target of Markdown link n ends, exclusive. */
    public int linkEnd(int n) {
        return links[n * 2 + 1];
    }

    /** Token i as it stands in the text. */
    public String raw(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Token i folded, as lexicons know it. */
    public String folded(int i) {
        String known = vocabulary.word(words[i]);
        if (words[i] != 0 && !known.endsWith("*")) {
            return known;
        }
        char[] buffer = new char[ends[i] - starts[i]];
        return new String(buffer, 0, Letters.fold(text, starts[i], ends[i], buffer));
    }

    /** 64-bit FNV-1a of token i, a word or digits, folded; it does not depend on the lexicons and never changes. */
    public long hash(int i) {
        return hashes[i];
    }
}
