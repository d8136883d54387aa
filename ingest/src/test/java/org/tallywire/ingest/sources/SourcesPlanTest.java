package org.tallywire.ingest.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Source;
import org.tallywire.ingest.sources.SourcesSync.Placed;
import org.tallywire.ingest.sources.SourcesSync.Write;

class SourcesPlanTest {
    private static Source source(String id, String url) {
        return Source.newBuilder().setId(id).setUrl(url).build();
    }

    @Test
    void allSourcesOfAHostShareAPartition() {
        int rss = SourcesSync.home(source("a", "https://feeds.harbour.example/rss"), 4);
        int atom = SourcesSync.home(source("b", "https://www.harbour.example/atom"), 4);
        assertEquals(rss, atom);
    }

    @Test
    void onlyDifferencesAreWritten() {
        Source same = source("same", "https://a.example/");
        Source before = source("edited", "https://b.example/old");
        Source after = source("edited", "https://b.example/new");
        Source fresh = source("fresh", "https://c.example/");
        Source gone = source("gone", "https://d.example/");
        Map<String, Placed> found =
                Map.of("same", new Placed(same, 1), "edited", new Placed(before, 2), "gone", new Placed(gone, 3));
        assertEquals(
                List.of(
                        new Write("edited", after, 2),
                        new Write("fresh", fresh, SourcesSync.home(fresh, 4)),
                        new Write("gone", null, 3)),
                SourcesSync.plan(List.of(same, after, fresh), found, 4));
    }

    @Test
    void aSourceThatMovesToAnotherHostStaysWhereItsMemoryIs() {
        Source before = source("a", "https://a.example/");
        Source after = source("a", "https://elsewhere.example/");
        for (int partition = 0; partition < 4; partition++) {
            List<Write> writes = SourcesSync.plan(List.of(after), Map.of("a", new Placed(before, partition)), 4);
            assertEquals(List.of(new Write("a", after, partition)), writes);
        }
    }
}
