package org.tallywire.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of folded words and what each stands for, as a trie over word numbers; the longest phrase wins. Built once, then safe
 * to share between threads. A match is a node number: {@link #value} and {@link #length} tell what it is; 0 is no match.
 *
 * @param <T> what a phrase stands for
 */
public final class Lexicon<T> {
    private final Vocabulary vocabulary;
    /** Edges below the root: (node, word) to node, open addressing; 0 is an empty slot. */
    private long[] edgeKeys = new long[256];

    private int[] edgeNodes = new int[256];
    private int edgeCount;
    private final List<@Nullable T> values = new ArrayList<>();
    private int[] depths = new int[256];
    private int[] first = new int[256];
    /** True for a node below which phrases go on. */
    private boolean[] inner = new boolean[256];

    private final long bit;

    /** An empty lexicon; all its phrases must be added before the first tokenizer is made over the vocabulary. */
    public Lexicon(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        values.add(null);
        bit = vocabulary.register(this);
    }

    long bit() {
        return bit;
    }

    /** True if a phrase begins with this word or one of its stems. */
    boolean beginsWith(int word) {
        for (int id = word; id != 0; id = vocabulary.parent(id)) {
            if (child(0, id) != 0) {
                return true;
            }
        }
        return false;
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

    /** Number of the first word of a phrase; 0 if no lexicon has it. */
    public int firstWord(String phrase) {
        return vocabulary.id(cut(phrase).getFirst());
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
        int word = tokens.word(i);
        return begins(word) ? walk(tokens, i, 0, word, null) : 0;
    }

    /** The same among phrases whose value passes a test. */
    public int match(Tokens tokens, int i, Predicate<T> test) {
        int word = tokens.word(i);
        return begins(word) ? walk(tokens, i, 0, word, test) : 0;
    }

    /** All phrases that begin at token i, short ones first, as nodes appended to the list. */
    public void matches(Tokens tokens, int i, List<Integer> nodes) {
        int word = tokens.word(i);
        if (begins(word)) {
            collect(tokens, i, 0, word, nodes);
        }
    }

    /** True if the word at token i begins any phrase. */
    public boolean begins(Tokens tokens, int i) {
        return begins(tokens.word(i));
    }

    private boolean begins(int word) {
        return (vocabulary.beginnings(word) & bit) != 0;
    }

    private int walk(Tokens tokens, int i, int node, int word, @Nullable Predicate<T> test) {
        int best = 0;
        for (int id = word; id != 0; id = vocabulary.parent(id)) {
            int next = child(node, id);
            if (next != 0) {
                int deeper = inner[next] ? walk(tokens, i + 1, next, tokens.word(i + 1), test) : 0;
                T value = values.get(next);
                boolean here = value != null && (test == null || test.test(value));
                int found = deeper != 0 ? deeper : here ? next : 0;
                best = found != 0 && (best == 0 || depths[found] > depths[best]) ? found : best;
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
                if (inner[next]) {
                    collect(tokens, i + 1, next, tokens.word(i + 1), nodes);
                }
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
        return depths[match];
    }

    private int child(int node, int word) {
        if (node == 0) {
            return word < first.length ? first[word] : 0;
        }
        return word == 0 ? 0 : edgeNodes[slot(((long) node << 32) | word)];
    }

    /** The slot that holds this key, or the empty one where it belongs. */
    private int slot(long key) {
        int mask = edgeKeys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (edgeKeys[slot] != 0 && edgeKeys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void addEdge(long key, int node) {
        if (++edgeCount * 2 > edgeKeys.length) {
            long[] keys = edgeKeys;
            int[] nodes = edgeNodes;
            edgeKeys = new long[keys.length * 2];
            edgeNodes = new int[keys.length * 2];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    int slot = slot(keys[i]);
                    edgeKeys[slot] = keys[i];
                    edgeNodes[slot] = nodes[i];
                }
            }
        }
        int slot = slot(key);
        edgeKeys[slot] = key;
        edgeNodes[slot] = node;
    }

    private int step(int node, int word) {
        int next = child(node, word);
        if (next != 0) {
            return next;
        }
        values.add(null);
        int made = values.size() - 1;
        if (made >= depths.length) {
            depths = Arrays.copyOf(depths, made * 2);
            inner = Arrays.copyOf(inner, made * 2);
        }
        depths[made] = depths[node] + 1;
        inner[node] = true;
        if (node == 0) {
            if (word >= first.length) {
                first = Arrays.copyOf(first, word * 2);
            }
            first[word] = made;
        } else {
            addEdge(((long) node << 32) | word, made);
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
