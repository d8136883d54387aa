package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.Mode;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.courts.cases.RecordRevision;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Reading;

/** Courts: which entries of a register are new, changed or withdrawn. The record's own id identifies it. */
public final class CourtDesk implements Desk<CourtRecord, CourtRecord> {
    @Override
    public Intake<CourtRecord> take(SourceState state, Polled<CourtRecord> polled, Memory memory, Instant now) {
        return polled.readings().isEmpty() && polled.statuses().isEmpty()
                ? Intake.none()
                : new Sheet(state, polled, memory, now).intake();
    }

    @Override
    public List<String> toConfirm(SourceState state, Memory memory, Instant now) {
        Withdrawal meaning = Withdrawal.of(state.getSource());
        return meaning == Withdrawal.LOOK
                ? due(memory, now).limit(Withdrawal.AT_ONCE).toList()
                : meaning.confirm(memory);
    }

    private static Stream<String> due(Memory memory, Instant now) {
        return memory.items().stream()
                .filter(item -> item.getUrl().startsWith("http") && !item.getWithdrawn())
                .filter(item -> !Reread.at(item).isAfter(now))
                .sorted(Comparator.comparing(Reread::at))
                .map(ItemMemory::getUrl);
    }

    /** Cards of cases that no list names lately: open ones at growing intervals, closed ones rarely, vanished ones after a day. */
    @Override
    public List<String> toReread(SourceState state, Memory memory, Instant now) {
        if (!state.getSource().getKind().equals("sudrf")) {
            return List.of();
        }
        return due(memory, now).limit(Reread.AT_ONCE).toList();
    }

    /** One poll on the desk. */
    private final class Sheet {
        private final SourceState state;
        private final Polled<CourtRecord> polled;
        private final Memory memory;
        private final Instant now;
        private final Intake.Counts counts = new Intake.Counts();
        private final Map<String, @Nullable CourtRecord> written = new LinkedHashMap<>();
        private final List<Failure> failures = new ArrayList<>();
        private final Map<String, Instant> arrivals = new LinkedHashMap<>();
        private final Set<String> documents = new LinkedHashSet<>();

        Sheet(SourceState state, Polled<CourtRecord> polled, Memory memory, Instant now) {
            this.state = state;
            this.polled = polled;
            this.memory = memory;
            this.now = now;
        }

        Intake<CourtRecord> intake() {
            for (Reading<CourtRecord> reading : polled.readings()) {
                failures.addAll(reading.failures());
                counts.add("failed", reading.failures().size());
                counts.add("listed", reading.entries().size());
                reading.dropped().forEach((why, n) -> counts.add("dropped." + why, n));
            }
            Listing before = memory.listing();
            polled.entries().forEach(this::revise);
            polled.readings().stream()
                    .filter(reading -> reading.state() == HealthState.GONE)
                    .forEach(reading -> gone(reading.feed().link()));
            if (Withdrawal.of(state.getSource()) == Withdrawal.LOOK) {
                polled.statuses().forEach(this::looked);
            }
            Listing listing = polled.complete() ? listing(before) : null;
            boolean same = polled.readings().isEmpty();
            FeedFacts facts =
                    same ? FeedFacts.NONE : polled.readings().getFirst().feed();
            String hash = same
                    ? ""
                    : Hash.of(polled.entries().stream()
                            .map(r -> r.getId() + r.getContentHash())
                            .sorted()
                            .toArray(String[]::new));
            return new Intake<>(
                    written,
                    failures,
                    counts.map(),
                    List.copyOf(arrivals.values()),
                    listing,
                    hash,
                    overrun(before),
                    Duration.ZERO,
                    facts,
                    false,
                    false,
                    0);
        }

        private void revise(CourtRecord read) {
            String id = read.getId();
            documents.add(id);
            ItemMemory before = memory.item(id);
            if (org.tallywire.ingest.courts.cases.Withdrawal.is(read)) {
                withdraw(id, before);
                return;
            }
            CourtRecord known = before == null || before.getWithdrawn() ? null : before.getRecord();
            CourtRecord merged = RecordRevision.merge(known, read);
            if (known == null || before == null) {
                arrivals.put(id, came(read));
                counts.add("new", 1);
                write(
                        CourtRecord.newBuilder(merged).setRevision(before == null ? 1 : before.getRevision() + 1),
                        before);
            } else if (RecordRevision.isNew(known, merged)) {
                counts.add("updated", 1);
                write(CourtRecord.newBuilder(merged), before);
            } else {
                counts.add("known", 1);
                seen(before, known, merged);
            }
        }

        private void write(CourtRecord.Builder builder, @Nullable ItemMemory before) {
            CourtRecord record = builder.setSourceId(state.getSource().getId())
                    .setMode(state.getBackfilled() ? Mode.LIVE : Mode.BACKFILL)
                    .build();
            memory.put(ItemMemory.newBuilder()
                    .setDocumentId(record.getId())
                    .setUrl(record.getUrl())
                    .setRevision(record.getRevision())
                    .setFirstSeen(before == null ? now : before.getFirstSeen())
                    .setLastSeen(now)
                    .setChangedAt(now)
                    .setAliases(record.getUrl().isEmpty() ? List.of() : List.of(record.getUrl()))
                    .setRecord(record)
                    .build());
            written.put(record.getId(), record);
        }

        /** Read times are kept by the day: memory is not rewritten at each poll for them. */
        private void seen(ItemMemory before, CourtRecord known, CourtRecord merged) {
            Instant last = before.getLastSeen();
            boolean card = !Objects.equals(known.getCardReadAt(), merged.getCardReadAt());
            if (card
                    || before.getGoneSince() != null
                    || last == null
                    || !last.plus(Duration.ofHours(24)).isAfter(now)) {
                memory.put(ItemMemory.newBuilder(before)
                        .setLastSeen(now)
                        .setGoneSince(null)
                        .setRecord(merged)
                        .build());
            }
        }

        /** A page that says twice, a day apart, that it is gone takes its document along. */
        private void gone(String url) {
            String id = memory.named(url);
            ItemMemory item = id == null || documents.contains(id) ? null : memory.item(id);
            if (item == null || item.getWithdrawn()) {
                return;
            }
            Instant first = item.getGoneSince();
            if (first == null) {
                memory.put(ItemMemory.newBuilder(item).setGoneSince(now).build());
                counts.add("vanished", 1);
            } else if (org.tallywire.ingest.courts.cases.Withdrawal.confirmed(first, now)) {
                withdraw(item.getDocumentId(), item);
            }
        }

        /** The answer of a document's own address. Any other answer than these says nothing: it is asked again. */
        private void looked(String url, int status) {
            String id = memory.named(url);
            ItemMemory item = id == null ? null : memory.item(id);
            if (status == 404 || status == 410) {
                gone(url);
            } else if (item != null && status >= 200 && status < 400) {
                memory.put(ItemMemory.newBuilder(item)
                        .setLastSeen(now)
                        .setGoneSince(null)
                        .build());
            }
        }

        private void withdraw(String id, @Nullable ItemMemory before) {
            Revision gone = Revision.gone(before, now);
            if (gone != null) {
                memory.put(gone.memory());
                written.put(id, null);
                counts.add("gone", 1);
            }
        }

        private Listing listing(@Nullable Listing before) {
            Withdrawal.Verdict verdict =
                    Withdrawal.of(state.getSource()).judge(before, List.copyOf(documents), polled, memory);
            verdict.gone().forEach(id -> withdraw(id, memory.item(id)));
            return verdict.listing();
        }

        private boolean overrun(@Nullable Listing before) {
            return before != null
                    && before.getDocuments().size() >= 4
                    && !documents.isEmpty()
                    && before.getDocuments().stream().noneMatch(documents::contains);
        }

        private Instant came(CourtRecord record) {
            if (record.getPostedAt() != null) {
                return record.getPostedAt();
            }
            return record.getEventDate() == null
                    ? now
                    : record.getEventDate().atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }
}
