package org.tallywire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of folded words and what each stands for, as a trie over word numbers; the longest phrase wins. Built once, then safe
 * to share between threads. A match is a node number: {@link #value} and {@link #length} tell what it is; 0 is no match.
 *
 * @param <T> what a phrase stands for
 */
public final class Lexicon<T> {
    private final Vocabulary vocabulary;
    private final Map<Long, Integer> edges = new HashMap<>();
    private final List<@Nullable T> values = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>(List.of(0));
    private int[] first = new int[256];

    /** An empty lexicon; all its phrases must be added before the first tokenizer is made over the vocabulary. */
    public Lexicon(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        values.add(null);
    }

    /** Adds a phrase in any spelling; it is cut and folded as texts are. A star at the end of a word stands for any ending. */
    public Lexicon<T> add(String phrase, T value) {
        int node = 0;
        for (String word : cut(phrase)) {
            node = step(node, vocabulary.add(word));
        }
        if (node != 0) {
            values.set(node, value);
        }
        return this;
    }

    /** What an exact phrase stands for here already; null if nothing. */
    public @Nullable T get(String phrase) {
        int node = 0;
        for (String word : cut(phrase)) {
            node = child(node, vocabulary.id(word));
            if (node == 0) {
                return null;
            }
        }
        return values.get(node);
    }

    /** The longest phrase that begins at token i; 0 if there is none. Any i is allowed. */
    public int match(Tokens tokens, int i) {
        return walk(tokens, i, 0, tokens.word(i));
    }

    /** All phrases that begin at token i, short ones first, as nodes appended to the list. */
    public void matches(Tokens tokens, int i, List<Integer> nodes) {
        collect(tokens, i, 0, tokens.word(i), nodes);
    }

    /** True if the word at token i begins any phrase; a quick no for most tokens. */
    public boolean begins(Tokens tokens, int i) {
        for (int id = tokens.word(i); id != 0; id = vocabulary.parent(id)) {
            if (child(0, id) != 0) {
                return true;
            }
        }
        return false;
    }

    private int walk(Tokens tokens, int i, int node, int word) {
        int best = 0;
        for (int id = word; id != 0; id = vocabulary.parent(id)) {
            int next = child(node, id);
            if (next != 0) {
                int deeper = walk(tokens, i + 1, next, tokens.word(i + 1));
                int found = deeper != 0 ? deeper : values.get(next) != null ? next : 0;
                if (found != 0 && (best == 0 || length(found) > length(best))) {
                    best = found;
                }
            }
        }
        return best;
    }

    private void collect(Tokens tokens, int i, int node, int word, List<Integer> nodes) {
        for (int id = word; id != 0; id = vocabulary.parent(id)) {
            int next = child(node, id);
            if (next != 0) {
                if (values.get(next) != null) {
                    nodes.add(next);
                }
                collect(tokens, i + 1, next, tokens.word(i + 1), nodes);
            }
        }
    }

    /** What a match stands for. */
    public T value(int match) {
        T value = values.get(match);
        if (value == null) {
            throw new IllegalArgumentException("no match: " + match);
        }
        return value;
    }

    /** How many tokens a match covers. */
    public int length(int match) {
        return depths.get(match);
    }

    private int child(int node, int word) {
        if (node == 0) {
            return word < first.length ? first[word] : 0;
        }
        return word == 0 ? 0 : edges.getOrDefault(((long) node << 32) | word, 0);
    }

    private int step(int node, int word) {
        int next = child(node, word);
        if (next != 0) {
            return next;
        }
        values.add(null);
        depths.add(depths.get(node) + 1);
        int made = values.size() - 1;
        if (node == 0) {
            if (word >= first.length) {
                first = java.util.Arrays.copyOf(first, word * 2);
            }
            first[word] = made;
        } else {
            edges.put(((long) node << 32) | word, made);
        }
        return made;
    }

    /** The words of a phrase as a tokenizer would give them; signs are words here. */
    static List<String> cut(String phrase) {
        List<String> words = new ArrayList<>();
        Tokens tokens = Cutter.TOKENIZER.tokenize(phrase.replace('*', '\u0001'));
        for (int i = 0; i < tokens.size(); i++) {
            boolean starred = tokens.end(i) < phrase.length() && phrase.charAt(tokens.end(i)) == '*';
            words.add(starred ? tokens.folded(i) + "*" : tokens.folded(i));
        }
        return words;
    }

    /** Made on first use: a tokenizer that knows no words. */
    private static final class Cutter {
        static final Tokenizer TOKENIZER = new Tokenizer(new Vocabulary());
    }
}
