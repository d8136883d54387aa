package org.tallywire.ingest.feed;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.text.PlainText;

/**
 * One pass over the characters of a feed: cuts what stands before and after the root, strips the DOCTYPE of the prolog,
 * drops characters that XML 1.0 forbids, makes HTML entities and bare signs text, closes an open CDATA section. Text that
 * needs nothing is copied in one piece.
 */
final class XmlCleaner {
    private static final int LONGEST_REFERENCE = 34;

    private final char[] in;
    private final String text;
    private @Nullable StringBuilder out;
    private final Set<String> notes = new LinkedHashSet<>();
    private int copied;

    private XmlCleaner(String text) {
        this.text = text;
        this.in = text.toCharArray();
    }

    static CleanXml clean(String text) {
        return new XmlCleaner(text).run();
    }

    private CleanXml run() {
        int start = Prolog.rootStart(text, notes);
        if (start < 0) {
            return new CleanXml("", "", false, notes);
        }
        int nameEnd = start + 1;
        while (nameEnd < in.length && in[nameEnd] > ' ' && in[nameEnd] != '>' && in[nameEnd] != '/') {
            nameEnd++;
        }
        String root = text.substring(start + 1, nameEnd);
        int end = rootEnd(root, start);
        boolean closed = end >= 0;
        copied = start;
        body(start, closed ? end : in.length);
        String clean = out == null ? text.substring(start, closed ? end : in.length) : out.toString();
        return new CleanXml(clean, root, closed, notes);
    }

    /** Index after the root's end tag; -1 when it is missing. */
    private int rootEnd(String root, int start) {
        int last = text.lastIndexOf("</" + root);
        int end = last < 0 ? -1 : text.indexOf('>', last);
        if (end < 0) {
            int first = text.indexOf('>', start);
            boolean empty = first > 0
                    && in[first - 1] == '/'
                    && text.substring(first + 1).isBlank();
            return empty ? first + 1 : -1;
        }
        if (!text.substring(end + 1).isBlank()) {
            notes.add("text after the root dropped");
        }
        return end + 1;
    }

    private void body(int start, int end) {
        int i = start;
        while (i < end) {
            char c = in[i];
            if (c > '>' && c < '\uD800') {
                i++;
            } else if (c == '<') {
                i = markup(i, end);
            } else if (c == '&') {
                i = reference(i, end);
            } else if (c == '>' && i >= start + 2 && in[i - 1] == ']' && in[i - 2] == ']') {
                i = replace(i, 1, "&gt;", "stray end of CDATA escaped");
            } else {
                i = plain(i, c);
            }
        }
        if (out != null) {
            copyTo(end);
        }
    }

    /** Passes one character of content, or drops it when XML forbids it. */
    private int plain(int at, char c) {
        if (c >= ' ' && c < '\uD800' || c == '\n' || c == '\r' || c == '\t') {
            return at + 1;
        }
        if (Character.isHighSurrogate(c) && at + 1 < in.length && Character.isLowSurrogate(in[at + 1])) {
            return at + 2;
        }
        boolean forbidden = c < ' ' || Character.isSurrogate(c) || c >= '\uFFFE';
        return forbidden ? replace(at, 1, "", "illegal characters removed") : at + 1;
    }

    private int markup(int at, int end) {
        if (text.startsWith("<![CDATA[", at)) {
            return cdata(at, end);
        }
        if (text.startsWith("<!--", at)) {
            return drop(at, end, "-->");
        }
        if (text.startsWith("<?", at)) {
            return drop(at, end, "?>");
        }
        char next = at + 1 < end ? in[at + 1] : ' ';
        if (Character.isLetter(next) || next == '/' || next == '_') {
            return at + 1;
        }
        return replace(at, 1, "&lt;", "bare < escaped");
    }

    private int cdata(int at, int end) {
        int close = text.indexOf("]]>", at);
        int stop = close < 0 || close > end ? end : close;
        int i = at + 9;
        while (i < stop) {
            char c = in[i];
            i = c >= ' ' && c < '\uD800' ? i + 1 : plain(i, c);
        }
        if (stop < end) {
            return stop + 3;
        }
        notes.add("open CDATA closed");
        copyTo(end).append("]]>");
        return end;
    }

    private int drop(int at, int end, String until) {
        int close = text.indexOf(until, at);
        int next = close < 0 || close > end ? end : close + until.length();
        copyTo(at);
        copied = next;
        return next;
    }

    private int reference(int at, int end) {
        int semicolon = at + 1;
        int limit = Math.min(end, at + LONGEST_REFERENCE);
        while (semicolon < limit
                && in[semicolon] != ';'
                && in[semicolon] > ' '
                && in[semicolon] != '<'
                && in[semicolon] != '&') {
            semicolon++;
        }
        if (semicolon >= limit || in[semicolon] != ';') {
            return replace(at, 1, "&amp;", "bare & escaped");
        }
        String name = new String(in, at + 1, semicolon - at - 1);
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> semicolon + 1;
            default -> named(at, semicolon + 1 - at, name);
        };
    }

    private int named(int at, int length, String name) {
        String meaning = PlainText.meaning(name);
        if (meaning.isEmpty()) {
            boolean number = name.length() > 1 && name.charAt(0) == '#' && isNumber(name);
            return number
                    ? replace(at, length, "", "illegal characters removed")
                    : replace(at, 1, "&amp;", "unknown entity &" + name + "; made text");
        }
        char c = meaning.charAt(0);
        if (meaning.length() == 1 && (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= '\uFFFE')) {
            return replace(at, length, "", "illegal characters removed");
        }
        if (name.charAt(0) != '#') {
            notes.add("HTML entities read");
        }
        boolean sign = c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c <= ' ';
        return replace(at, length, sign ? "&#" + (int) c + ";" : meaning, "");
    }

    private static boolean isNumber(String name) {
        return name.substring(1).chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == 'x' || c == 'X');
    }

    private int replace(int at, int length, String by, String note) {
        copyTo(at).append(by);
        copied = at + length;
        if (!note.isEmpty()) {
            notes.add(note);
        }
        return copied;
    }

    /** Copies what is untouched; the first repair opens the copy, so that a clean text costs none. */
    private StringBuilder copyTo(int end) {
        StringBuilder copy = out == null ? new StringBuilder(in.length + 64) : out;
        if (end > copied) {
            copy.append(in, copied, end - copied);
            copied = end;
        }
        out = copy;
        return copy;
    }
}
