package org.tallywire.ingest.courts.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseChange;
import org.tallywire.avro.CourtRecord;

/**
 * Joins what was known of a document with what a page says of it now. Pages may come in any order and twice; {@code fetchedAt}
 * decides which is newer.
 *
 * <ul>
 *   <li>A list row makes the record and replaces an older row whole.
 *   <li>A card ({@code cardReadAt} is set) replaces the record, except for what a newer row states.
 *   <li>A row that is newer than the card puts in what it states and never empties what the card gave.
 *   <li>An older page adds nothing but the case numbers that it knows.
 * </ul>
 */
public final class RecordRevision {
    private RecordRevision() {}

    /**
     * The record as it stands after this page. It is the same instance as {@code previous} when the page is not newer. A
     * newer page that says the same gives {@code previous} with its read times moved: equal content hash and revision. Write
     * the record on when {@link #isNew} says so; store it always.
     *
     * @param previous null: the document is new. A withdrawal may be kept as memory: only a newer page brings it back
     * @param read from a reader; a withdrawal ({@link Withdrawal}) takes the record away
     */
    public static CourtRecord merge(@Nullable CourtRecord previous, CourtRecord read) {
        if (previous == null) {
            return first(read);
        }
        if (Withdrawal.is(previous)) {
            return at(read).isAfter(at(previous)) ? first(read) : previous;
        }
        if (Withdrawal.is(read)) {
            return at(read).isBefore(at(previous)) ? previous : read;
        }
        Instant card = read.getCardReadAt();
        Instant knownCard = previous.getCardReadAt();
        if (card != null) {
            return knownCard != null && !card.isAfter(knownCard) ? older(previous, read) : card(previous, read);
        }
        return at(read).isAfter(at(previous)) ? row(previous, read) : older(previous, read);
    }

    /** True if the merged record is a revision that others must hear of. */
    public static boolean isNew(@Nullable CourtRecord previous, CourtRecord merged) {
        return previous == null || Withdrawal.is(merged) || merged.getRevision() != previous.getRevision();
    }

    private static CourtRecord first(CourtRecord read) {
        if (Withdrawal.is(read)) {
            return read;
        }
        CourtRecord record = CourtRecord.newBuilder(read)
                .setRevision(1)
                .setCaseNumberAliases(aliases(read, read, read.getCaseNumber()))
                .setRowFields(read.getCardReadAt() == null ? RowFields.stated(read) : List.of())
                .setChanges(read.getFiled() == null ? List.of() : List.of(CaseChange.FILED))
                .build();
        return CourtRecord.newBuilder(record)
                .setContentHash(ContentHash.of(record, read.getContentHash()))
                .build();
    }

    private static CourtRecord card(CourtRecord previous, CourtRecord read) {
        CourtRecord.Builder now = CourtRecord.newBuilder(read).setRowFields(List.of());
        if (at(previous).isAfter(at(read))) {
            RowFields.copy(previous, now, previous.getRowFields());
            now.setRowFields(previous.getRowFields()).setFetchedAt(previous.getFetchedAt());
        }
        if (read.getParties().isEmpty()) {
            now.setParties(previous.getParties());
        }
        return settle(previous, CaseStages.derived(now), read);
    }

    private static CourtRecord row(CourtRecord previous, CourtRecord read) {
        List<String> stated = RowFields.stated(read);
        if (previous.getCardReadAt() == null) {
            return settle(previous, CourtRecord.newBuilder(read).setRowFields(stated), read);
        }
        CourtRecord.Builder now = CourtRecord.newBuilder(previous)
                .setContentHash("")
                .setRowFields(stated)
                .setFetchedAt(read.getFetchedAt());
        RowFields.copy(read, now, stated);
        if (previous.getParties().isEmpty()) {
            now.setParties(read.getParties());
        }
        return settle(previous, CaseStages.derived(now), read);
    }

    private static CourtRecord older(CourtRecord previous, CourtRecord read) {
        return settle(previous, CourtRecord.newBuilder(previous).setContentHash(""), read);
    }

    private static CourtRecord settle(CourtRecord previous, CourtRecord.Builder now, CourtRecord read) {
        now.setCaseNumberAliases(aliases(previous, read, now.getCaseNumber()));
        CourtRecord record = now.build();
        String hash = ContentHash.of(record, record.getContentHash());
        if (hash.equals(previous.getContentHash())) {
            return sameTimes(previous, record) ? previous : moved(previous, record);
        }
        return CourtRecord.newBuilder(record)
                .setContentHash(hash)
                .setRevision(previous.getRevision() + 1)
                .setChanges(CaseChanges.between(previous, record))
                .build();
    }

    private static boolean sameTimes(CourtRecord previous, CourtRecord record) {
        return at(record).equals(at(previous))
                && java.util.Objects.equals(record.getCardReadAt(), previous.getCardReadAt());
    }

    private static CourtRecord moved(CourtRecord previous, CourtRecord record) {
        return CourtRecord.newBuilder(previous)
                .setFetchedAt(record.getFetchedAt())
                .setCardReadAt(record.getCardReadAt())
                .setRowFields(record.getRowFields())
                .build();
    }

    private static List<String> aliases(CourtRecord previous, CourtRecord read, String current) {
        Collection<String> numbers = new TreeSet<>(previous.getCaseNumberAliases());
        numbers.addAll(read.getCaseNumberAliases());
        numbers.add(previous.getCaseNumber());
        numbers.add(read.getCaseNumber());
        numbers.remove(current);
        numbers.remove("");
        return List.copyOf(numbers);
    }

    private static Instant at(CourtRecord record) {
        Instant fetched = record.getFetchedAt();
        return fetched == null ? Instant.EPOCH : fetched;
    }
}
