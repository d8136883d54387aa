package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.read.Reading;

/**
 * What one poll brought.
 *
 * @param order what was wanted
 * @param started when the first request went out
 * @param first what came of the first request: status, validators, redirects, Retry-After
 * @param readings what was read, in the order of the requests; empty for a poll without a document
 * @param state the word for the poll as a whole
 * @param reason everything odd, in words; empty when nothing is
 * @param complete every document was whole and read in full: what is missing may be gone
 * @param statuses HTTP status of each address of {@link Order#confirm}
 * @param requests requests that were made, pages of entries not counted
 * @param left addresses that wait for the next poll
 * @param pagesAsked addresses of pages that were asked for
 * @param articles articles of those pages that were had
 * @param <T> type of the entries
 */
public record Polled<T>(
        Order order,
        Instant started,
        Fetched first,
        List<Reading<T>> readings,
        HealthState state,
        String reason,
        boolean complete,
        Map<String, Integer> statuses,
        int requests,
        List<String> left,
        Set<String> pagesAsked,
        Map<String, PageRead> articles) {

    /** A poll without pages. */
    public Polled(
            Order order,
            Instant started,
            Fetched first,
            List<Reading<T>> readings,
            HealthState state,
            String reason,
            boolean complete,
            Map<String, Integer> statuses) {
        this(order, started, first, readings, state, reason, complete, statuses, 0, List.of(), Set.of(), Map.of());
    }

    /** The same poll with what it cost and what it left. */
    Polled<T> with(int made, List<String> waiting) {
        return new Polled<>(
                order,
                started,
                first,
                readings,
                state,
                reason,
                complete,
                statuses,
                made,
                waiting,
                pagesAsked,
                articles);
    }

    /** The same poll with pages. */
    public Polled<T> with(Set<String> asked, Map<String, PageRead> had) {
        return new Polled<>(
                order, started, first, readings, state, reason, complete, statuses, requests, left, asked, had);
    }

    /** Id of the source. */
    public String sourceId() {
        return order.source().getId();
    }

    /** Entries of all documents, in order. */
    public List<T> entries() {
        return readings.stream().flatMap(reading -> reading.entries().stream()).toList();
    }

    /** How long the host wants to be left alone; null: it does not say. */
    public @Nullable Duration retryAfter() {
        return first instanceof Fetched.Refused refused ? refused.retryAfter() : null;
    }

    /** True if the poll brought a document or the word that nothing changed. */
    public boolean succeeded() {
        return first instanceof Fetched.NotModified || readings.stream().anyMatch(Reading::ok);
    }
}
