package org.tallywire.enrich;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Party;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.StatuteMention;

/** A court record to its entities: charges become statute mentions, the rest is taken over. */
public final class CourtEntities {
    private static final Set<Proceeding> ACCUSED = Set.of(Proceeding.CRIMINAL, Proceeding.ADMIN_OFFENCE);

    private CourtEntities() {}

    /** A withdrawn record (null) has none. */
    public static @Nullable Entities of(@Nullable CourtRecord record) {
        if (record == null) {
            return null;
        }
        return Entities.newBuilder()
                .setDocumentId(record.getId())
                .setKind(DocumentKind.COURT_RECORD)
                .setSourceId(record.getSourceId())
                .setUrl(record.getUrl())
                .setEventDate(record.getEventDate())
                .setPublishedAt(record.getPostedAt())
                .setFetchedAt(record.getFetchedAt())
                .setRevision(record.getRevision())
                .setMode(record.getMode())
                .setStory(record.getId())
                .setStatutes(statutes(record.getCharges()))
                .setSystem(record.getSystem())
                .setRecordKind(record.getRecordKind())
                .setCourtId(record.getCourtId())
                .setCaseKey(record.getCaseKey())
                .setCaseNumber(record.getCaseNumber())
                .setProceeding(record.getProceeding())
                .setInstance(record.getInstance())
                .setStage(record.getStage())
                .setOutcome(record.getOutcome())
                .setFiled(record.getFiled())
                .setDecided(record.getDecided())
                .setInForce(record.getInForce())
                .setDefendants(defendants(record))
                .setCharges(statutes(record.getCharges()).stream()
                        .mapToInt(StatuteMention::getCount)
                        .sum())
                .setExtractor(Enrich.VERSION)
                .setFlags(record.getWarnings())
                .build();
    }

    /** Cited articles and earlier convictions are no charges of this case. */
    private static List<StatuteMention> statutes(List<Charge> charges) {
        return charges.stream()
                .filter(c -> !c.getKey().isEmpty())
                .filter(c -> c.getRole() == ChargeRole.CHARGED || c.getRole() == ChargeRole.CONVICTED)
                .map(c -> StatuteMention.newBuilder()
                        .setKey(c.getKey())
                        .setText(c.getRaw())
                        .setRole(c.getRole())
                        .setStage(c.getStage())
                        .setDefendant(c.getDefendant())
                        .setCount(c.getCount())
                        .build())
                .toList();
    }

    /** Persons who stand with charges, or are counted by role where the register does not tell their charges. */
    private static int defendants(CourtRecord record) {
        int charged = record.getCharges().stream()
                .mapToInt(Charge::getDefendant)
                .max()
                .orElse(0);
        int counted = record.getParties().stream()
                .filter(party -> party.getRole().equals("defendant"))
                .mapToInt(Party::getCount)
                .sum();
        return ACCUSED.contains(record.getProceeding()) ? Math.max(charged, counted) : charged;
    }
}
