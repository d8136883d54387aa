package org.tallywire.ingest.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tallywire.avro.RegionKind;
import org.tallywire.ingest.date.DateOrder;
import org.tallywire.ingest.date.DateParser;

/** Lines of a container made lines of an article: echoes of the title, empty headings and repeats go, furniture and credits are tagged. */
final class Lines {
    private static final int ECHO_LINES = 4;
    private static final int DATE_LENGTH = 24;
    private static final DateParser DATES = new DateParser(ZoneOffset.UTC, DateOrder.DAY_FIRST);
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LINKED_LINE = 200;
    private static final int REPEAT = 60;
    private static final int LABEL = 60;

    private Lines() {}

    /** Lines under a headline. */
    static List<Block> of(String title, List<Block> blocks) {
        return of(List.of(title), List.of(), blocks);
    }

    /** Lines under any of these headlines, by these authors. */
    static List<Block> of(List<String> titles, List<String> authors, List<Block> blocks) {
        List<Block> lines = withoutEchoes(echoes(titles), blocks);
        lines.replaceAll(line -> isByline(line, authors) ? line.as(RegionKind.FURNITURE) : line);
        lines.removeIf(Lines::isLinkLine);
        lines = Furniture.tagged(lines);
        lines = withCredits(lines);
        dropTrailingHeadings(lines);
        return withLead(lines);
    }

    /** A short line, no sentence, that begins with the name of an author. */
    private static boolean isByline(Block line, List<String> authors) {
        String text = line.text();
        return text.length() <= LABEL
                && Character.isLetter(text.charAt(text.length() - 1))
                && authors.stream().anyMatch(author -> author.contains(" ") && text.startsWith(author));
    }

    /** Normal forms of the headlines; those that are not the title itself count only if they are long enough to be one. */
    private static List<String> echoes(List<String> titles) {
        List<String> echoes = titles.stream()
                .map(Lines::normal)
                .filter(title -> !title.isEmpty())
                .toList();
        return echoes.stream()
                .filter(echo -> echo.equals(echoes.getFirst()) || echo.length() >= DATE_LENGTH)
                .toList();
    }

    private static List<Block> withoutEchoes(List<String> echo, List<Block> blocks) {
        List<Block> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = afterHeadline(blocks, echo); i < blocks.size(); i++) {
            String line = normal(blocks.get(i).text());
            boolean headline = blocks.get(i).kind() == RegionKind.HEADING && echo.contains(line);
            boolean echoes = headline
                    || i < ECHO_LINES
                            && (isEcho(line, echo) || isDate(blocks.get(i).text()));
            boolean repeats = line.length() > REPEAT && !seen.add(line);
            if (!echoes && !repeats && !line.isEmpty()) {
                lines.add(blocks.get(i));
            }
        }
        return lines;
    }

    /** Index of the first line that may belong to the text: sections and labels stand before the headline. */
    private static int afterHeadline(List<Block> blocks, List<String> echo) {
        for (int i = 0; i < Math.min(ECHO_LINES, blocks.size()); i++) {
            if (isEcho(normal(blocks.get(i).text()), echo)) {
                return i;
            }
            String text = blocks.get(i).text();
            if (text.length() > LABEL || ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0) {
                return 0;
            }
        }
        return 0;
    }

    /** The title again, perhaps with the date behind it. */
    private static boolean isEcho(String line, List<String> echoes) {
        return echoes.stream().anyMatch(echo -> line.startsWith(echo) && line.length() - echo.length() < DATE_LENGTH);
    }

    private static boolean isDate(String line) {
        return line.length() < 2 * DATE_LENGTH && DATES.parse(line, END_OF_TIME).instant() != null;
    }

    /** Letters and digits only, lower case. */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    /** A short line that is one link and no sentence leads to another article. */
    private static boolean isLinkLine(Block block) {
        String text = block.text();
        char last = text.charAt(text.length() - 1);
        boolean sentence = ".!?…".indexOf(last) >= 0;
        boolean prose = block.kind() == RegionKind.BODY
                || block.kind() == RegionKind.LIST
                || block.kind() == RegionKind.HEADING;
        return prose && text.length() < LINKED_LINE && block.linked() * 10 >= text.length() * 9 && !sentence;
    }

    private static List<Block> withCredits(List<Block> blocks) {
        List<Block> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind() == RegionKind.CAPTION) {
                lines.addAll(Credits.split(block));
            } else if (block.kind() == RegionKind.BODY
                    && block.text().length() <= 90
                    && Credits.isCredit(block.text())) {
                lines.add(block.as(RegionKind.CREDIT));
            } else {
                lines.add(block);
            }
        }
        return lines;
    }

    /** Headings with nothing under them belonged to something that was taken out. */
    private static void dropTrailingHeadings(List<Block> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            RegionKind kind = lines.get(i).kind();
            if (kind == RegionKind.HEADING) {
                lines.remove(i);
            } else if (kind != RegionKind.FURNITURE && kind != RegionKind.CREDIT) {
                return;
            }
        }
    }

    /** The first paragraph leads. */
    private static List<Block> withLead(List<Block> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == RegionKind.BODY) {
                lines.set(i, lines.get(i).as(RegionKind.LEAD));
                return lines;
            }
        }
        return lines;
    }
}
