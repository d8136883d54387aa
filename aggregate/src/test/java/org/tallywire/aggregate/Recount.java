package org.tallywire.aggregate;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tallywire.aggregate.count.Contribute;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Entities;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

/** What the day cells must be whatever happened on the way: the latest documents, counted in one go. Cells of 0 are left out. */
final class Recount {
    private Recount() {}

    static Map<String, Long> of(Collection<Entities> documents) {
        Contribute contribute = new Contribute(SeriesFile.bundled());
        Map<String, Long> counts = new TreeMap<>();
        documents.forEach(document -> contribute
                .of(document, null, false)
                .getItems()
                .forEach(item -> counts.merge(item.getSeries() + "|" + item.getDay(), item.getCount(), Long::sum)));
        return counts;
    }

    static Map<String, Long> cells(LocalKafka kafka) {
        return kafka.latest(Topics.DAY_CELLS).entrySet().stream()
                .filter(entry -> entry.getValue().getCount() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getCount()));
    }
}
