package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tallywire.ingest.page.ArticleReader;
import org.tallywire.ingest.poll.CourtDesk;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.PageTimes;
import org.tallywire.schemas.Registry;

/** The golden pictures: a change of the topology changes a file that people read. */
class TopologyPictureTest {
    @Test
    void newsLooksLikeItsPicture() throws IOException {
        assertEquals(
                picture("topology-news.txt"),
                drawn(Line.news(new NewsDesk(new ArticleReader()::read, PageTimes.of(PageTimes.USUAL)))));
    }

    @Test
    void courtsLookLikeTheirPicture() throws IOException {
        assertEquals(picture("topology-courts.txt"), drawn(Line.courts(new CourtDesk())));
    }

    private static <T, V extends org.apache.avro.specific.SpecificRecord> String drawn(Line<T, V> line) {
        Polling<T> none = new Polling<>(null, Runnable::run, null, null, null, null, null, 1);
        return IngestTopology.build(line, none, Registry.of("memory:picture"))
                .describe()
                .toString();
    }

    private static String picture(String name) throws IOException {
        try (var in = TopologyPictureTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
