package org.tallywire.ingest.courts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tallywire.avro.CourtRecord;
import org.tallywire.ingest.courts.courtlistener.CourtListenerReader;
import org.tallywire.ingest.courts.edrsr.EdrsrReader;
import org.tallywire.ingest.courts.fcl.FclReader;
import org.tallywire.ingest.courts.generic.FileReader;
import org.tallywire.ingest.courts.hudoc.HudocReader;
import org.tallywire.ingest.courts.pacer.PacerReader;
import org.tallywire.ingest.courts.sudrf.SudrfReader;
import org.tallywire.ingest.read.Reader;

/** The readers of court registers by source kind. A new register is one class, one line here and a folder of fixture pairs. */
public final class CourtReaders {
    private static final Map<String, Reader<CourtRecord>> READERS = Map.ofEntries(
            Map.entry("courtlistener", new CourtListenerReader()),
            Map.entry("csv", FileReader.csv()),
            Map.entry("edrsr", new EdrsrReader()),
            Map.entry("fcl", new FclReader()),
            Map.entry("hudoc", new HudocReader()),
            Map.entry("json", FileReader.json()),
            Map.entry("pacer", new PacerReader()),
            Map.entry("sudrf", new SudrfReader()));

    private CourtReaders() {}

    /** The reader of a kind; empty: no court register of that kind is known. */
    public static Optional<Reader<CourtRecord>> of(String kind) {
        return Optional.ofNullable(READERS.get(kind));
    }

    /** All kinds, sorted. */
    public static Set<String> kinds() {
        return new TreeSet<>(READERS.keySet());
    }
}
