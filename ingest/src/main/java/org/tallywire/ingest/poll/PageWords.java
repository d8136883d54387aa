package org.tallywire.ingest.poll;

import org.tallywire.avro.Article;
import org.tallywire.avro.Region;
import org.tallywire.avro.RegionKind;

/** The words of an article that count when two readings of its page are compared: all but furniture and credits. */
final class PageWords {
    private PageWords() {}

    static String of(Article article) {
        StringBuilder words = new StringBuilder();
        for (Region region : article.getRegions()) {
            if (region.getKind() != RegionKind.FURNITURE && region.getKind() != RegionKind.CREDIT) {
                words.append(article.getText()
                                .substring(region.getStart(), region.getEnd())
                                .strip())
                        .append('\n');
            }
        }
        return article.getRegions().isEmpty() ? article.getText() : words.toString();
    }
}
