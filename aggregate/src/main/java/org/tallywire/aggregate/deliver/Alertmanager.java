package org.tallywire.aggregate.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One Alertmanager. What holds others back is posted first: one that has restarted tells of an old alert at once, and must know by
 * then what holds it back. A refused batch is halved until the bad alert stands alone; that one is set aside for good, the others
 * are posted. After any other failure the next try waits, twice as long each time, yet never so long that what fires would end by
 * itself meanwhile.
 */
final class Alertmanager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 256;

    private final URI address;
    private final Poster poster;
    private final Duration tick;
    private final BiConsumer<Posting, Answer> quarantine;
    private final Set<Posting> bad = new HashSet<>();
    private Instant notBefore = Instant.MIN;
    private Duration pause;
    private volatile String problem = "nothing posted yet";

    Alertmanager(URI base, Poster poster, Duration tick, BiConsumer<Posting, Answer> quarantine) {
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.poster = poster;
        this.tick = tick;
        this.pause = tick;
        this.quarantine = quarantine;
    }

    /** Posts all that is due, unless it is waiting after a failure; with nothing due an empty list shows whether it is there. */
    void post(List<Posting> postings, Instant now) {
        if (now.isBefore(notBefore)) {
            return;
        }
        List<Posting> good =
                postings.stream().filter(one -> !bad.contains(lasting(one))).toList();
        bad.retainAll(postings.stream().map(Alertmanager::lasting).toList());
        List<Posting> first = good.stream().filter(Posting::holdsOthersBack).toList();
        List<Posting> rest = good.stream().filter(one -> !one.holdsOthersBack()).toList();
        boolean reached = (!good.isEmpty() || postBatch(List.of(), now)) && postAll(first, now) && postAll(rest, now);
        pause = reached ? tick : min(pause.multipliedBy(2), tick.multipliedBy(AlertBook.TICKS - 1));
        notBefore = reached ? Instant.MIN : now.plus(pause);
    }

    private boolean postAll(List<Posting> postings, Instant now) {
        boolean reached = true;
        for (int from = 0; from < postings.size() && reached; from += BATCH) {
            reached = postBatch(postings.subList(from, Math.min(postings.size(), from + BATCH)), now);
        }
        return reached;
    }

    /** Empty while it answers. */
    String problem() {
        return problem;
    }

    /** False if there was no answer worth the name. */
    private boolean postBatch(List<Posting> batch, Instant now) {
        Answer answer = poster.post(address, json(batch), Map.of(), now);
        problem = answer.ok() || answer.refused() ? "" : address + ": " + answer.status() + " " + answer.reason();
        if (answer.ok()) {
            return true;
        }
        if (!answer.refused()) {
            return false;
        }
        if (batch.size() <= 1) {
            batch.forEach(one -> bad.add(lasting(one)));
            batch.forEach(one -> quarantine.accept(one, answer));
            return true;
        }
        int half = batch.size() / 2;
        return postBatch(batch.subList(0, half), now) && postBatch(batch.subList(half, batch.size()), now);
    }

    /** The posting without its moving end: refused once, refused for ever. */
    private static Posting lasting(Posting posting) {
        return new Posting(posting.labels(), posting.annotations(), posting.startsAt(), "", posting.generatorURL());
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String json(List<Posting> batch) {
        try {
            return JSON.writeValueAsString(
                    batch.stream().map(Alertmanager::fields).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings only", e);
        }
    }

    private static Map<String, Object> fields(Posting posting) {
        Map<String, Object> fields = new java.util.TreeMap<>(Map.of(
                "labels", posting.labels(),
                "annotations", posting.annotations(),
                "startsAt", posting.startsAt(),
                "endsAt", posting.endsAt()));
        if (!posting.generatorURL().isEmpty()) {
            fields.put("generatorURL", posting.generatorURL());
        }
        return fields;
    }
}
