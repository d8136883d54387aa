package org.tallywire.ingest.feed;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the root begins: after junk, declaration, comments, instructions and the DOCTYPE. */
final class Prolog {
    /** Warnings of a publishing system and wrapped documents come before the feed, no further than this. */
    private static final int NOISE = 64 << 10;

    private static final Pattern ROOT =
            Pattern.compile("(?i)<(?:rss|feed|rdf:RDF|urlset|sitemapindex)(?=[\\s>])[^<]*>");

    private Prolog() {}

    static int rootStart(String text, Set<String> notes) {
        int first = firstElement(text, notes);
        if (first < 0 || isRoot(text, first)) {
            return first;
        }
        Matcher feed = ROOT.matcher(text).region(first, Math.min(text.length(), first + NOISE));
        if (!feed.find()) {
            return first;
        }
        notes.add("markup before the feed dropped");
        return feed.start();
    }

    private static boolean isRoot(String text, int at) {
        return ROOT.matcher(text).region(at, text.length()).lookingAt();
    }

    private static int firstElement(String text, Set<String> notes) {
        int at = text.indexOf('<');
        if (at > 0 && !text.substring(0, at).isBlank()) {
            notes.add("text before the first tag dropped");
        }
        while (at >= 0 && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (Character.isLetter(next) || next == '_') {
                return at;
            }
            int end = end(text, at, next, notes);
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return -1;
    }

    private static int end(String text, int at, char next, Set<String> notes) {
        if (text.startsWith("<!--", at)) {
            return text.indexOf("-->", at);
        }
        if (next == '?') {
            return text.indexOf("?>", at);
        }
        if (next == '!') {
            notes.add("DOCTYPE stripped");
            return doctypeEnd(text, at);
        }
        return at + 1;
    }

    /** End of a DOCTYPE: brackets hold an inner subset, quotes hide signs. */
    private static int doctypeEnd(String text, int at) {
        char quote = 0;
        int brackets = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                brackets += c == '[' ? 1 : -1;
            } else if (c == '>' && brackets <= 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
