package org.tallywire.ingest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.tallywire.ingest.read.Rows;

/**
 * Short HTML to plain text in one pass: known tags go, block tags leave a blank, character references are read, white space
 * collapses. For titles and summaries; whole articles go through the page reader.
 */
public final class PlainText {
    private static final Set<String> SILENT = Set.of("script", "style", "template", "iframe");
    private static final int LONGEST_REFERENCE = 34;
    private static final int USUAL = 500;
    private static final String CDATA = "<![CDATA[";
    private static final List<String> UNCLOSED =
            List.of("nbsp", "quot", "laquo", "raquo", "copy", "reg", "amp", "shy", "middot", "sect");
    /** HTML tags; true if words on both sides of one stand apart. */
    private static final Map<String, Boolean> PARTS = new HashMap<>();

    static {
        for (String name : Rows.of(PlainText.class, "tags.tsv").stream()
                .flatMap(row -> Stream.of(row[1].split(" ")))
                .toList()) {
            PARTS.put(
                    name,
                    name.equals("br")
                            || name.equals("td")
                            || name.equals("th")
                            || Tag.valueOf(name).isBlock());
        }
    }

    private final String html;
    private final StringBuilder out;
    private final boolean markup;
    private final int lastTagEnd;
    private boolean blank;

    private PlainText(String html, boolean markup) {
        this.html = html;
        this.markup = markup;
        this.lastTagEnd = html.lastIndexOf('>');
        this.out = new StringBuilder(Math.min(html.length(), USUAL));
    }

    /** Plain text of an HTML fragment; a text without markup comes back collapsed. */
    public static String ofHtml(String html) {
        return plainEnd(html, 0) == html.length() ? html : new PlainText(html, true).run();
    }

    /** Plain text of words that may have been escaped once too often, as RSS titles are: references are read again while any is left. */
    public static String ofLooseHtml(String html) {
        String once = ofHtml(html);
        return once.indexOf('&') < 0 ? once : ofHtml(once);
    }

    /** The words with white space collapsed; markup signs stay as they are. */
    public static String collapsed(String text) {
        return new PlainText(text, false).run();
    }

    /** True if the plain text of an HTML fragment has at least {@code length} characters; reads no further than that. */
    public static boolean reaches(String html, int length) {
        return new PlainText(html, true).run(length).length() >= length;
    }

    private String run() {
        return run(Integer.MAX_VALUE);
    }

    private String run(int enough) {
        for (int i = 0; i < html.length() && out.length() < enough; ) {
            int plain = plainEnd(html, i);
            if (plain > i) {
                addRun(i, plain);
                i = plain;
                continue;
            }
            char c = html.charAt(i);
            if (c <= ' ' || c == '\u00A0' || c == '\u2028') {
                blank = true;
                i++;
            } else if (markup && c == '<') {
                i = tag(i);
            } else if (markup && c == '&') {
                i = reference(i);
            } else {
                add(c);
                i++;
            }
        }
        return out.toString();
    }

    /** End of the run of characters that stand for themselves. */
    private static int plainEnd(String html, int from) {
        int i = from;
        while (i < html.length() && (isPlain(html.charAt(i)) || i > from && isSingleBlank(html, i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c) {
        boolean usual = c < '\u00A0' || c > '\u00AD' && c < '\u2000' || c > '\u2028' && c != '\uFEFF';
        return usual && c > ' ' && c != '<' && c != '&';
    }

    /** A blank between two plain characters needs no collapsing. */
    private static boolean isSingleBlank(String html, int at) {
        return html.charAt(at) == ' ' && at + 1 < html.length() && isPlain(html.charAt(at + 1));
    }

    private void addRun(int from, int to) {
        if (blank && !out.isEmpty()) {
            out.append(' ');
        }
        blank = false;
        out.append(html, from, to);
    }

    private void add(char c) {
        if (c == '\u00AD' || c == '\u200B' || c == '\uFEFF') {
            return;
        }
        if (blank && !out.isEmpty()) {
            out.append(' ');
        }
        blank = false;
        out.append(c);
    }

    /** Index after the tag; a sign that begins no known tag is text. */
    private int tag(int at) {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at);
            return end < 0 ? html.length() : end + 3;
        }
        if (html.startsWith(CDATA, at)) {
            return at + CDATA.length();
        }
        int nameStart = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int nameEnd = nameStart;
        while (nameEnd < html.length() && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        Boolean parts = name.isEmpty() ? null : PARTS.get(name);
        int end = parts == null || nameEnd > lastTagEnd ? -1 : html.indexOf('>', nameEnd);
        if (parts == null || end < 0) {
            add('<');
            return at + 1;
        }
        if (SILENT.contains(name) && nameStart == at + 1) {
            return silentEnd(name, end);
        }
        blank |= parts;
        return end + 1;
    }

    private int silentEnd(String name, int from) {
        int at = html.indexOf("</", from);
        while (at >= 0 && !html.regionMatches(true, at + 2, name, 0, name.length())) {
            at = html.indexOf("</", at + 2);
        }
        return at < 0 ? html.length() : at;
    }

    private int reference(int at) {
        int limit = Math.min(html.length(), at + LONGEST_REFERENCE);
        int end = html.indexOf(';', at, limit);
        String meaning = end < 0 ? "" : meaning(html.substring(at + 1, end));
        if (meaning.isEmpty()) {
            return unclosed(at);
        }
        addAll(meaning);
        return end + 1;
    }

    /** Old names hold without a semicolon too ("&nbsp and"), unless they look like a parameter of an address. */
    private int unclosed(int at) {
        for (String name : UNCLOSED) {
            int end = at + 1 + name.length();
            boolean parameter = end < html.length() && html.charAt(end) == '=';
            if (html.startsWith(name, at + 1) && !parameter) {
                addAll(meaning(name));
                return end;
            }
        }
        add('&');
        return at + 1;
    }

    private void addAll(String meaning) {
        for (int i = 0; i < meaning.length(); i++) {
            char c = meaning.charAt(i);
            if (c <= ' ' || c == '\u00A0') {
                blank = true;
            } else {
                add(c);
            }
        }
    }

    /** What a reference stands for, without its sign and semicolon; empty: no reference. */
    public static String meaning(String name) {
        if (!name.startsWith("#")) {
            return name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c)) ? Entities.getByName(name) : "";
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty()
                || digits.length() > 7
                || !digits.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0)) {
            return "";
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        if (code >= 0x80 && code <= 0x9F) {
            return new String(new byte[] {(byte) code}, java.nio.charset.Charset.forName("windows-1252"));
        }
        boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
        return code == 0 || surrogate || !Character.isValidCodePoint(code) ? "" : Character.toString(code);
    }
}
