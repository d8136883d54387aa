package org.tallywire.enrich.text;

import java.nio.CharBuffer;
import org.tallywire.enrich.text.Tokens.Kind;

/** One pass over one text: every character is looked at once, but for the short looks ahead behind stops and brackets. */
final class TokenPass {
    private static final int LONGEST_LINK = 2000;
    private static final int BOTH_SCRIPTS = 1 << Letters.LATIN | 1 << Letters.CYRILLIC;

    private final Tokenizer words;
    private final String string;
    private final char[] text;
    private final Tokens tokens;
    private final SentenceEnds ends;
    private final char[] buffer = new char[Vocabulary.LONGEST];
    private int at;
    /** Hash of the word or number last read. */
    private long hash;

    private int paragraph;
    private boolean sentenceOver;
    private boolean lineOver;
    /** The last search for the end of a link got this far; the next one goes on from here, so that brackets without end stay linear. */
    private int unclosed;

    TokenPass(Tokenizer words, String string, Tokens tokens) {
        this.words = words;
        this.string = string;
        this.text = string.toCharArray();
        this.tokens = tokens;
        ends = new SentenceEnds(words, text, tokens);
    }

    void run() {
        while (at < text.length) {
            switch (Letters.kind(text[at])) {
                case Letters.SPACE, Letters.INVISIBLE, Letters.MARK -> at++;
                case Letters.NEWLINE -> newline();
                case Letters.DIGIT -> digits();
                case Letters.LATIN, Letters.CYRILLIC, Letters.OTHER_LETTER -> word(at);
                case Letters.APOSTROPHE -> apostrophe();
                default -> sign(text[at]);
            }
        }
    }

    private void newline() {
        int lines = 0;
        while (at < text.length && Letters.kind(text[at]) <= Letters.NEWLINE) {
            lines += text[at++] == '\n' ? 1 : 0;
        }
        boolean wrapped =
                lines <= 1 && !sentenceOver && at < text.length && Character.isLowerCase(text[at]) && tokens.size() > 0;
        lineOver |= !wrapped;
    }

    private void digits() {
        int start = at;
        hash = Vocabulary.NO_LETTERS;
        while (at < text.length && Letters.kind(text[at]) == Letters.DIGIT) {
            char digit = text[at++];
            hash = Vocabulary.hash(hash, digit);
            buffer[Math.min(at - start, buffer.length) - 1] = digit;
        }
        emit(Kind.DIGITS, start, at - start > 8 ? 0 : words.vocabulary().find(buffer, at - start, hash));
    }

    /** A run of letters; text before {@code at} from {@code start} belongs to it. */
    private void word(int start) {
        int script = Letters.kind(text[at]);
        int i = start;
        hash = Vocabulary.NO_LETTERS;
        int kinds = 0;
        for (; i < text.length; i++) {
            int kind = Letters.kind(text[i]);
            if (!Letters.isLetter(kind)
                    && (i >= at)
                    && kind != Letters.INVISIBLE
                    && kind != Letters.MARK
                    && !(kind == Letters.APOSTROPHE && script == Letters.CYRILLIC && letterAt(i + 1))) {
                break;
            }
            char folded = Letters.fold(text[i]);
            kinds |= 1 << kind;
            hash = Vocabulary.hash(hash, folded);
            buffer[Math.min(i - start, buffer.length - 1)] = folded;
        }
        at = i;
        int length = plain(kinds) ? at - start : fold(start);
        int id = at - start > Vocabulary.LONGEST ? 0 : words.vocabulary().find(buffer, length, hash);
        if (id != 0 && words.scheme(id) && address(start)) {
            return;
        }
        emit(Kind.WORD, start, id);
    }

    /** True if each character of a word folds by itself. */
    private static boolean plain(int kinds) {
        return (kinds & (1 << Letters.INVISIBLE | 1 << Letters.MARK)) == 0 && (kinds & BOTH_SCRIPTS) != BOTH_SCRIPTS;
    }

    /** Folds text[start, at) into the buffer as a whole; gives its length and leaves its hash. */
    private int fold(int start) {
        char[] folded = at - start <= buffer.length ? buffer : new char[at - start];
        int length = Letters.fold(string, start, at, folded);
        hash = Vocabulary.hash(CharBuffer.wrap(folded, 0, length));
        return length;
    }

    private boolean address(int start) {
        boolean begins = string.startsWith("://", at) || (string.startsWith(".", at) && letterAt(at + 1));
        if (!begins) {
            return false;
        }
        while (at < text.length && Letters.kind(text[at]) > Letters.NEWLINE && "<>\"»”)]".indexOf(text[at]) < 0) {
            at++;
        }
        while (".,;:!?".indexOf(text[at - 1]) >= 0) {
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
            emitSign(1);
        }
    }

    private void sign(char c) {
        switch (c) {
            case '[', '*' -> at++;
            case ']' -> {
                at++;
                link();
            }
            case '.', '!', '?', '…' -> {
                emitSign(1);
                sentenceOver = ends.at(c, at);
            }
            default -> {
                boolean pair =
                        Character.isHighSurrogate(c) && at + 1 < text.length && Character.isLowSurrogate(text[at + 1]);
                emitSign(pair ? 2 : 1);
            }
        }
    }

    private void link() {
        if (at >= text.length || text[at] != '(') {
            return;
        }
        int limit = Math.min(text.length, at + LONGEST_LINK);
        int close = Math.max(at + 1, unclosed);
        while (close < limit && text[close] != '\n' && text[close] != ')') {
            close++;
        }
        if (close < limit && text[close] == ')') {
            tokens.addLink(at + 1, close);
            at = close + 1;
        } else {
            unclosed = close;
        }
    }

    private boolean letterAt(int i) {
        return i < text.length && Letters.isLetter(Letters.kind(text[i]));
    }

    private void emitSign(int length) {
        int start = at;
        at += length;
        boolean closing = (sentenceOver || lineOver)
                && !lineOver
                && "»”\"’')".indexOf(text[start]) >= 0
                && start > 0
                && Letters.kind(text[start - 1]) > Letters.NEWLINE;
        if (closing) {
            tokens.add(Kind.PUNCT, start, at, words.sign(text[start]), 0, paragraph, false);
        } else {
            emit(Kind.PUNCT, start, words.sign(text[start]));
        }
    }

    private void emit(Kind kind, int start, int word) {
        boolean over = sentenceOver || lineOver;
        if (lineOver && tokens.size() > 0) {
            paragraph++;
        }
        tokens.add(kind, start, at, word, hash, paragraph, over);
        sentenceOver = false;
        lineOver = false;
    }
}
