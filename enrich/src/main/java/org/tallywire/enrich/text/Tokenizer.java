package org.tallywire.enrich.text;

import java.util.BitSet;

/** Reads a text once and cuts it into {@link Tokens}; linear in its length, whatever it holds. Safe to share between threads. */
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final BitSet abbreviations = new BitSet();
    private final BitSet schemes = new BitSet();
    /** Word numbers of single signs, by UTF-16 unit; signs beyond are in no lexicon. */
    private final int[] signs = new int[0x2700];

    /** A tokenizer over all words that lexicons have added so far; it freezes the vocabulary. */
    public Tokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Rows rows = Rows.read(Tokenizer.class, "abbreviations.tsv");
        for (var row : rows.cells()) {
            for (String form : rows.forms(row.get(0))) {
                abbreviations.set(vocabulary.add(form));
            }
        }
        for (String scheme : new String[] {"http", "https", "www"}) {
            schemes.set(vocabulary.add(scheme));
        }
        vocabulary.freeze();
        for (int c = 0; c < signs.length; c++) {
            signs[c] = vocabulary.id(String.valueOf(Letters.fold((char) c)));
        }
    }

    /** The words that it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The tokens of a text. Broken surrogates and control characters are spaces or signs, never errors. */
    public Tokens tokenize(String text) {
        Tokens tokens = new Tokens(text, vocabulary);
        new TokenPass(this, text, tokens).run();
        return tokens;
    }

    /** Number of a sign in the vocabulary, so that phrases may hold signs; 0 if none does. */
    int sign(char c) {
        return c < signs.length ? signs[c] : 0;
    }

    /** True if a full stop behind this word does not end a sentence. */
    boolean abbreviation(int word) {
        return abbreviations.get(word);
    }

    /** True if a web address may begin with this word. */
    boolean scheme(int word) {
        return schemes.get(word);
    }
}
