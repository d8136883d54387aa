package org.tallywire.enrich.outlet;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;
import org.tallywire.enrich.text.Vocabulary;

/** What stands around a source's name: class nouns, cues, verbs of reporting; read from {@code cues.tsv}. */
final class Cues {
    private enum Word {
        CLASS,
        AFTER_CLASS,
        BEFORE,
        AFTER,
        REPORT,
        SKIP,
        OTHER
    }

    private static final int LONGEST = 4;

    private final Map<Word, Lexicon<Word>> lexicons = new EnumMap<>(Word.class);

    Cues(Vocabulary vocabulary) {
        for (Word word : Word.values()) {
            lexicons.put(word, new Lexicon<>(vocabulary));
        }
        Rows rows = Rows.read(Cues.class, "cues.tsv");
        for (List<String> row : rows.cells()) {
            Word word = Word.valueOf(row.get(0).replace('-', '_').toUpperCase(Locale.ROOT));
            rows.forms(row.get(1)).forEach(form -> lexicon(word).add(form, word));
        }
    }

    /** True if tokens [first, after) stand in quotes. */
    boolean quoted(Tokens tokens, int first, int after) {
        return tokens.is(first - 1, '"') && tokens.is(after, '"');
    }

    /** True if a class noun stands right before or after the name. */
    boolean classed(Tokens tokens, int first, int after) {
        return ends(Word.CLASS, tokens, before(tokens, first))
                || lexicon(Word.AFTER_CLASS).match(tokens, after(tokens, after)) != 0;
    }

    /** True if a cue of citation touches the name on either side. */
    boolean cued(Tokens tokens, int first, int after) {
        return ends(Word.BEFORE, tokens, before(tokens, first)) || reported(tokens, after);
    }

    /** True if a verb of saying follows the name, one adverb allowed between them. */
    boolean reported(Tokens tokens, int after) {
        int next = after(tokens, after);
        boolean adverb = tokens.is(next, Kind.WORD) && !tokens.capital(next);
        return starts(Word.AFTER, tokens, next) || (adverb && starts(Word.AFTER, tokens, next + 1));
    }

    /** True if a cue of either side stands in the sentence within this many tokens of [first, after). */
    boolean near(Tokens tokens, int first, int after, int reach) {
        int sentence = tokens.sentence(first);
        int from = Math.max(tokens.sentenceStart(sentence), first - reach);
        int to = Math.min(tokens.sentenceEnd(sentence), after + reach);
        for (int i = from; i < to; i++) {
            if (starts(i < first ? Word.BEFORE : Word.AFTER, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** True if a verb that makes a report speak begins at token i. */
    boolean reports(Tokens tokens, int i) {
        return starts(Word.REPORT, tokens, i);
    }

    /** True if token i says that another source than the last one is meant. */
    boolean other(Tokens tokens, int i) {
        return starts(Word.OTHER, tokens, i);
    }

    private boolean starts(Word word, Tokens tokens, int i) {
        return lexicon(word).match(tokens, i) != 0;
    }

    private boolean ends(Word word, Tokens tokens, int last) {
        Lexicon<Word> lexicon = lexicon(word);
        for (int i = Math.max(0, last - LONGEST + 1); i <= last; i++) {
            int match = lexicon.match(tokens, i);
            if (match != 0 && i + lexicon.length(match) == last + 1) {
                return true;
            }
        }
        return false;
    }

    /** The token before the name that matters: quotes, articles and plain adjectives are passed by, at most three. */
    private int before(Tokens tokens, int first) {
        int i = first - 1;
        for (int passed = 0; passed < 3 && (tokens.is(i, '"') || starts(Word.SKIP, tokens, i)); passed++) {
            if (ends(Word.CLASS, tokens, i)) {
                return i;
            }
            i--;
        }
        return i;
    }

    /** The token after the name that matters: a quote and a possessive ending are passed by. */
    private static int after(Tokens tokens, int after) {
        int i = tokens.is(after, '"') ? after + 1 : after;
        boolean possessive =
                tokens.is(i, Kind.WORD) && tokens.joined(i) && tokens.folded(i).startsWith("'");
        return possessive || tokens.is(i, '\'') ? i + 1 : i;
    }

    private Lexicon<Word> lexicon(Word word) {
        Lexicon<Word> lexicon = lexicons.get(word);
        if (lexicon == null) {
            throw new IllegalStateException("no words for " + word);
        }
        return lexicon;
    }
}
