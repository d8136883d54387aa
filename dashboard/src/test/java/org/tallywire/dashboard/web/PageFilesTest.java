package org.tallywire.dashboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that every file of the page keeps, because text from articles is hostile and the page must work offline. */
class PageFilesTest {
    private static final Path PAGE = Path.of("src/main/resources/org/tallywire/dashboard/page");
    private static final Pattern MARKUP_FROM_TEXT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|setAttribute\\('on|javascript:");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|url\\(|import|fetch)[^\\n]{0,20}https?://");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*src=)");

    @Test
    void noFileMakesMarkupFromTextOrLoadsFromElsewhere() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            assertEquals(List.of(), found(MARKUP_FROM_TEXT, text), file.toString());
            assertEquals(List.of(), found(ELSEWHERE, text), file.toString());
            assertTrue(text.lines().count() < 250, file + " is too long");
        }
        assertEquals(List.of(), found(INLINE, Files.readString(PAGE.resolve("index.html"))));
    }

    @Test
    void everyFileIsServedAndEveryImportIsThere() throws IOException {
        Pages pages = new Pages();
        Set<String> names =
                files().stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        for (String name : names) {
            assertEquals(200, pages.answer(List.of(name)).status(), name);
        }
        for (Path file : files()) {
            for (String wanted : found(Pattern.compile("(?<=from '\\./)[^']+"), Files.readString(file))) {
                assertTrue(names.contains(wanted), file + " imports " + wanted);
            }
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group()).toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.sorted().toList();
        }
    }
}
