package org.tallywire.ingest.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.tallywire.avro.RegionKind;

/** The text of a JSON-LD node as lines: markup or plain words with line breaks. */
final class ArticleBody {
    private ArticleBody() {}

    static List<Block> blocks(String articleBody, String base) {
        String html = articleBody.contains("&lt;")
                ? org.jsoup.parser.Parser.unescapeEntities(articleBody, false)
                : articleBody;
        if (html.contains("<p") || html.contains("<br")) {
            return BlockWriter.write(
                    Pruner.pruned(Jsoup.parseBodyFragment(html, base).body()), true);
        }
        return org.jsoup.parser.Parser.unescapeEntities(html, false)
                .lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> Block.of(RegionKind.BODY, line))
                .toList();
    }
}
