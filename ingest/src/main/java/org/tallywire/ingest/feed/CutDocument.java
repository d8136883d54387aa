package org.tallywire.ingest.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document whose end is missing: kept up to its last whole item and closed there. An open item may hold a cut title. */
final class CutDocument {
    private static final Pattern ITEM_END = Pattern.compile("(?i)</(?:\\w+:)?(?:item|entry|url)\\s*>|<!\\[CDATA\\[");
    private static final Pattern ITEM_START = Pattern.compile("(?i)<(?:\\w+:)?(?:item|entry|url)[\\s>]");

    /** Deeper nesting is refused by the parser anyway. */
    private static final int DEEPEST = 200;

    private CutDocument() {}

    static String closed(CleanXml xml, Set<String> notes) {
        String text = xml.text();
        int items = 0;
        int end = 0;
        Matcher found = ITEM_END.matcher(text);
        for (int from = 0; found.find(from); ) {
            boolean cdata = found.group().startsWith("<!");
            int close = cdata ? text.indexOf("]]>", found.end()) : found.end();
            from = close < 0 ? text.length() : close;
            items += cdata ? 0 : 1;
            end = cdata ? end : from;
        }
        notes.add("truncated: " + items + " whole items kept");
        Matcher first = ITEM_START.matcher(text);
        int head = first.find() ? first.start() : text.length();
        return withEndTags(text.substring(0, items > 0 ? end : head));
    }

    private static String withEndTags(String text) {
        Deque<String> open = new ArrayDeque<>();
        for (int at = text.indexOf('<'); at >= 0; ) {
            int end = text.startsWith("<![CDATA[", at) ? text.indexOf("]]>", at) : tagEnd(text, at);
            if (end < 0) {
                break;
            }
            if (text.charAt(at + 1) != '!' && text.charAt(end - 1) != '/') {
                tag(text, at, open);
            }
            at = text.indexOf('<', end);
        }
        StringBuilder closed = new StringBuilder(text);
        open.forEach(name -> closed.append("</").append(name).append('>'));
        return closed.toString();
    }

    private static void tag(String text, int at, Deque<String> open) {
        boolean closing = text.charAt(at + 1) == '/';
        int start = closing ? at + 2 : at + 1;
        int end = start;
        while (text.charAt(end) > ' ' && text.charAt(end) != '>' && text.charAt(end) != '/') {
            end++;
        }
        String name = text.substring(start, end);
        if (!closing) {
            if (open.size() < DEEPEST) {
                open.push(name);
            }
        } else if (open.contains(name)) {
            while (!open.pop().equals(name)) {}
        }
    }

    /** Index of the sign that ends a tag; quotes may hide one. -1: none. */
    private static int tagEnd(String text, int at) {
        char quote = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }
}
