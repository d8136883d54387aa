package org.tallywire.ingest.courts.sudrf;

import java.util.List;
import java.util.Locale;
import org.tallywire.avro.Charge;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Proceeding;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * One register of a court by its {@code delo_id}. Proceeding and instance come from here, never from the case number.
 *
 * @param deloId number of the register
 * @param isNew the query's {@code new}; a wrong one answers that nothing was found
 * @param table the query's {@code delo_table}
 * @param prefix prefix of the case's fields in a query
 * @param actPrefix prefix of the act's fields, which is shorter in cassation
 * @param articleField name of the article filter; {@code -}: the register has none
 * @param titleStems stems that the title of a card holds
 */
record Register(
        String deloId,
        String isNew,
        String table,
        Proceeding proceeding,
        Instance instance,
        String prefix,
        String actPrefix,
        String articleField,
        List<String> titleStems) {
    /** A register that the table does not know. */
    static final Register UNKNOWN =
            new Register("", "0", "", Proceeding.UNKNOWN, Instance.UNKNOWN, "", "", "-", List.of());

    private static final List<Register> ROWS = WordTable.rows(Register.class, "registers.tsv", 9).stream()
            .map(Register::row)
            .toList();

    private static Register row(List<String> cells) {
        return new Register(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Proceeding.valueOf(cells.get(3)),
                Instance.valueOf(cells.get(4)),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                List.of(cells.get(8).split(" ")));
    }

    static Register of(String deloId) {
        return ROWS.stream()
                .filter(row -> row.deloId.equals(deloId))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The register that a card's title names, where no link tells its number. */
    static Register byTitle(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return ROWS.stream()
                .filter(row -> row.titleStems.stream().allMatch(lower::contains))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The register of a page that names none, as far as the code of its charges tells; the instance stays unknown. */
    Register by(List<Charge> charges) {
        String key = charges.isEmpty() ? "" : charges.getFirst().getKey();
        Proceeding told = key.startsWith("ru/uk/")
                ? Proceeding.CRIMINAL
                : key.startsWith("ru/koap/") ? Proceeding.ADMIN_OFFENCE : Proceeding.UNKNOWN;
        return proceeding != Proceeding.UNKNOWN || told == Proceeding.UNKNOWN
                ? this
                : new Register(deloId, isNew, table, told, instance, prefix, actPrefix, articleField, titleStems);
    }

    /** Act of articles that stand without a code. */
    String act() {
        return switch (proceeding) {
            case CRIMINAL -> "ru/uk";
            case ADMIN_OFFENCE -> "ru/koap";
            default -> "?";
        };
    }

    /** True where the persons of a list row stand with their charges. */
    boolean hasCharges() {
        return proceeding == Proceeding.CRIMINAL || proceeding == Proceeding.ADMIN_OFFENCE;
    }
}
