package org.tallywire.enrich.text;

import java.util.BitSet;
import org.tallywire.enrich.text.Tokens.Kind;

/** Reads a text once and cuts it into {@link Tokens}; linear in its length, whatever it holds. Safe to share between threads. */
public final class Tokenizer {
    private static final int LONGEST_LINK = 2000;

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

    /** The tokens of a text. Broken surrogates and control characters are spaces or signs, never errors. */
    public Tokens tokenize(String text) {
        Tokens tokens = new Tokens(text, vocabulary);
        new Pass(text, tokens).run();
        return tokens;
    }

    /** Folds text[start, end) into the buffer and gives the length; letters of the other script that look alike are unified. */
    static int fold(String text, int start, int end, char[] buffer) {
        int length = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            byte kind = Letters.kind(c);
            if (kind == Letters.INVISIBLE) {
                continue;
            }
            if (kind == Letters.MARK) {
                buffer[Math.max(0, length - 1)] = Letters.compose(buffer[Math.max(0, length - 1)], c);
                continue;
            }
            cyrillic += kind == Letters.CYRILLIC ? 1 : 0;
            latin += kind == Letters.LATIN ? 1 : 0;
            buffer[length++] = Letters.fold(c);
        }
        if (cyrillic > 0 && latin > 0) {
            unify(buffer, length, cyrillic >= latin);
        }
        return length;
    }

    private static void unify(char[] buffer, int length, boolean cyrillic) {
        for (int i = 0; i < length; i++) {
            buffer[i] = cyrillic ? Letters.toCyrillic(buffer[i]) : Letters.toLatin(buffer[i]);
        }
    }

    /** One pass over one text. */
    private final class Pass {
        private final String text;
        private final Tokens tokens;
        private final char[] buffer = new char[Vocabulary.LONGEST];
        private int at;
        private int paragraph;
        private boolean sentenceOver;
        private boolean lineOver;

        Pass(String text, Tokens tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        void run() {
            int length = text.length();
            while (at < length) {
                switch (Letters.kind(text.charAt(at))) {
                    case Letters.SPACE, Letters.INVISIBLE, Letters.MARK -> at++;
                    case Letters.NEWLINE -> newline();
                    case Letters.DIGIT -> digits();
                    case Letters.LATIN, Letters.CYRILLIC, Letters.OTHER_LETTER -> word(at);
                    case Letters.APOSTROPHE -> apostrophe();
                    default -> sign();
                }
            }
        }

        private void newline() {
            int lines = 0;
            while (at < text.length() && Letters.kind(text.charAt(at)) <= Letters.NEWLINE) {
                lines += text.charAt(at++) == '\n' ? 1 : 0;
            }
            boolean wrapped = lines <= 1
                    && !sentenceOver
                    && at < text.length()
                    && Character.isLowerCase(text.charAt(at))
                    && tokens.size() > 0;
            lineOver |= !wrapped;
        }

        private void digits() {
            int start = at;
            while (at < text.length() && Letters.kind(text.charAt(at)) == Letters.DIGIT) {
                at++;
            }
            emit(Kind.DIGITS, start, at - start > 8 ? 0 : vocabulary.find(buffer, fold(text, start, at, buffer)));
        }

        /** A run of letters; text before {@code at} from {@code start} belongs to it. */
        private void word(int start) {
            int length = text.length();
            byte script = Letters.kind(text.charAt(at));
            while (at < length) {
                byte kind = Letters.kind(text.charAt(at));
                boolean letter = (kind >= Letters.LATIN && kind <= Letters.OTHER_LETTER)
                        || kind == Letters.INVISIBLE
                        || kind == Letters.MARK;
                if (!letter && !(kind == Letters.APOSTROPHE && script == Letters.CYRILLIC && letterAt(at + 1))) {
                    break;
                }
                at++;
            }
            int id = at - start > Vocabulary.LONGEST ? 0 : vocabulary.find(buffer, fold(text, start, at, buffer));
            if (id != 0 && schemes.get(id) && address(start)) {
                return;
            }
            emit(Kind.WORD, start, id);
        }

        private boolean address(int start) {
            boolean begins = text.startsWith("://", at) || (text.startsWith(".", at) && letterAt(at + 1));
            if (!begins) {
                return false;
            }
            while (at < text.length()
                    && Letters.kind(text.charAt(at)) > Letters.NEWLINE
                    && "<>\"»”)]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            while (".,;:!?".indexOf(text.charAt(at - 1)) >= 0) {
                at--;
            }
            emit(Kind.URL, start, 0);
            return true;
        }

        private void apostrophe() {
            boolean inside =
                    tokens.size() > 0 && tokens.end(tokens.size() - 1) == at && tokens.is(tokens.size() - 1, Kind.WORD);
            if (inside && letterAt(at + 1)) {
                int start = at++;
                word(start);
            } else {
                at++;
                emit(Kind.PUNCT, at - 1, signId(text.charAt(at - 1)));
            }
        }

        private void sign() {
            char c = text.charAt(at);
            if (c == '[' || c == '*') {
                at++;
            } else if (c == ']') {
                at++;
                link();
            } else if (c == '.' || c == '!' || c == '?' || c == '…') {
                stop(c);
            } else {
                int start = at;
                at += Character.isHighSurrogate(c)
                                && at + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(at + 1))
                        ? 2
                        : 1;
                emit(Kind.PUNCT, start, signId(c));
            }
        }

        private int signId(char c) {
            return c < signs.length ? signs[c] : 0;
        }

        private void link() {
            if (at >= text.length() || text.charAt(at) != '(') {
                return;
            }
            int limit = Math.min(text.length(), at + LONGEST_LINK);
            for (int close = at + 1; close < limit && text.charAt(close) != '\n'; close++) {
                if (text.charAt(close) == ')') {
                    tokens.addLink(at + 1, close);
                    at = close + 1;
                    return;
                }
            }
        }

        private void stop(char c) {
            int last = tokens.size() - 1;
            at++;
            emit(Kind.PUNCT, at - 1, signId(c));
            sentenceOver = (c != '.' || !abbreviated(last)) && opens(at);
        }

        /** True if a full stop after this token belongs to an abbreviation or an initial. */
        private boolean abbreviated(int last) {
            if (!tokens.is(last, Kind.WORD)) {
                return false;
            }
            if (tokens.end(last) - tokens.start(last) > 1) {
                return abbreviations.get(tokens.word(last));
            }
            boolean year = tokens.is(last - 1, Kind.DIGITS) && tokens.end(last - 1) - tokens.start(last - 1) == 4;
            return !year || last - tokens.sentenceStart(tokens.sentence(last)) <= 4;
        }

        /** True if a sentence can begin here: after closing signs and a space comes a capital, a digit or an opening sign. */
        private boolean opens(int from) {
            int i = from;
            while (i < text.length() && "»”\"’')]*".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            if (i >= text.length() || Letters.kind(text.charAt(i)) > Letters.NEWLINE) {
                return false;
            }
            while (i < text.length() && Letters.kind(text.charAt(i)) <= Letters.NEWLINE) {
                i++;
            }
            return i < text.length() && !Character.isLowerCase(text.charAt(i)) && text.charAt(i) != ',';
        }

        /** Number of a sign in the vocabulary, so that phrases may hold signs. */
        private int sign(int start) {
            buffer[0] = Letters.fold(text.charAt(start));
            return vocabulary.find(buffer, 1);
        }

        private boolean letterAt(int i) {
            if (i >= text.length()) {
                return false;
            }
            byte kind = Letters.kind(text.charAt(i));
            return kind >= Letters.LATIN && kind <= Letters.OTHER_LETTER;
        }

        private void emit(Kind kind, int start, int word) {
            boolean closing = kind == Kind.PUNCT
                    && !lineOver
                    && "»”\"’')".indexOf(text.charAt(start)) >= 0
                    && start > 0
                    && Letters.kind(text.charAt(start - 1)) > Letters.NEWLINE;
            boolean over = (sentenceOver || lineOver) && !closing;
            if (over && lineOver && tokens.size() > 0) {
                paragraph++;
            }
            int end = kind == Kind.PUNCT ? Math.max(at, start + 1) : at;
            tokens.add(kind, start, end, kind == Kind.PUNCT ? sign(start) : word, paragraph, over);
            if (over) {
                sentenceOver = false;
                lineOver = false;
            }
        }
    }
}
