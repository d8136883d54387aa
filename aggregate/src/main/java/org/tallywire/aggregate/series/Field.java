package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.OutletRole;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Unit;

/**
 * What a series can be filtered and split by. Each field gives the values that an item has; an item without a value takes no part in
 * a split by that field. Names in series.yaml are the words of DESIGN: outlet is who is cited, carrier who reports.
 */
public enum Field {
    STATUTE("statute", Statutes::rolledUp),
    ACT("act", Statutes::acts),
    COURT("court", item -> one(item.document().getCourtId())),
    /** Region of the court, e.g. RU-77, US-NY. */
    REGION("region", Regions::of),
    /** All statutes of the document together, e.g. ru/uk/a337/p5+ru/uk/a338: every document has one such value at most. */
    STATUTE_SET("statuteSet", Statutes::together),
    SYSTEM("system", CourtSystem.class, item -> one(item.document().getSystem().name())),
    RECORD_KIND(
            "recordKind",
            RecordKind.class,
            item -> one(item.document().getRecordKind().name())),
    PROCEEDING(
            "proceeding",
            Proceeding.class,
            item -> one(item.document().getProceeding().name())),
    INSTANCE(
            "instance",
            Instance.class,
            item -> one(item.document().getInstance().name())),
    STAGE("stage", CaseStage.class, item -> one(item.document().getStage().name())),
    OUTCOME("outcome", Outcome.class, item -> one(item.document().getOutcome().name())),
    OUTLET("outlet", Field::cited),
    CARRIER("carrier", item -> one(item.document().getOutlet())),
    LANGUAGE("language", item -> one(item.document().getLanguage())),
    SOURCE("source", item -> one(item.document().getSourceId())),
    /** LEAD for a document that leads or stands alone, COPY for one that repeats another's text. */
    STORY("story", List.of("LEAD", "COPY"), item -> one(isCopy(item.document()) ? "COPY" : "LEAD")),
    PUBLISHER("publisher", item -> ofClaim(item, ClaimMention::getPublisher)),
    MEASURE("measure", item -> ofClaim(item, ClaimMention::getMeasure)),
    UNIT("unit", Unit.class, item -> ofClaim(item, claim -> claim.getUnit().name()));

    private final String word;
    private final Set<String> known;
    private final Function<Item, Set<String>> values;

    Field(String word, Function<Item, Set<String>> values) {
        this(word, List.of(), values);
    }

    Field(String word, Class<? extends Enum<?>> known, Function<Item, Set<String>> values) {
        this(word, Arrays.stream(known.getEnumConstants()).map(Enum::name).toList(), values);
    }

    Field(String word, List<String> known, Function<Item, Set<String>> values) {
        this.word = word;
        this.known = new LinkedHashSet<>(known);
        this.values = values;
    }

    /** The field of that name; IllegalArgumentException lists the known ones. */
    @JsonCreator
    static Field of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field \"" + word + "\"; known: "
                        + Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", "))));
    }

    /** Name in series.yaml and in the labels of a series. */
    @JsonValue
    public String word() {
        return word;
    }

    /** All values that there can be; empty: any text. */
    Set<String> known() {
        return known;
    }

    /** Distinct values of the item, sorted; empty: it has none. */
    public Set<String> values(Item item) {
        return values.apply(item);
    }

    private static boolean isCopy(Entities document) {
        return !document.getStory().isEmpty() && !document.getStory().equals(document.getDocumentId());
    }

    private static Set<String> cited(Item item) {
        return item.document().getOutlets().stream()
                .filter(outlet ->
                        outlet.getRole() == OutletRole.CITED && !outlet.getId().isEmpty())
                .map(outlet -> outlet.getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofClaim(Item item, Function<ClaimMention, @Nullable String> value) {
        return Stream.ofNullable(item.claim())
                .map(value)
                .filter(Objects::nonNull)
                .flatMap(text -> one(text).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> one(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }
}
