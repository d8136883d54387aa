package org.tallywire.ingest;

import org.apache.avro.specific.SpecificRecord;
import org.tallywire.avro.Article;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.poll.CourtDesk;
import org.tallywire.ingest.poll.Desk;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/**
 * One of the two services: what it polls and what it writes.
 *
 * @param service name of the service
 * @param stream sources that it polls
 * @param desk decides what is new
 * @param documents topic of its documents
 * @param sink name of the step that writes them
 * @param <T> what its readers read
 * @param <V> what it writes
 */
public record Line<T, V extends SpecificRecord>(
        String service, Stream stream, Desk<T, V> desk, Topic<V> documents, String sink) {
    /** News. */
    public static Line<FeedItem, Article> news(NewsDesk desk) {
        return new Line<>("ingest-news", Stream.NEWS, desk, Topics.ARTICLES, "write-articles");
    }

    /** Courts. */
    public static Line<CourtRecord, CourtRecord> courts(CourtDesk desk) {
        return new Line<>("ingest-courts", Stream.COURTS, desk, Topics.COURT_RECORDS, "write-records");
    }
}
