package org.tallywire.ingest.courts.cases;

import org.tallywire.avro.Failure;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.read.Payload;

/** Failures of court readers: the sample is masked, so that it shows the shape of the input and nobody's name. */
public final class CourtFailures {
    private CourtFailures() {}

    /**
     * One item that was set aside.
     *
     * @param reason fixed word for counting
     * @param detail what and where; the caller puts no text of the page into it
     * @param raw the item as it stood; only its masked form is kept
     */
    public static Failure of(Source source, Payload payload, String reason, String detail, String raw) {
        return Failure.newBuilder()
                .setService("ingest-courts")
                .setStage("read")
                .setSource(source.getId())
                .setDocument("")
                .setReason(reason)
                .setDetail(detail)
                .setSample(PublicWords.sample(raw))
                .setTopic("")
                .setAt(payload.fetchedAt())
                .build();
    }
}
