package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StatuteMention;

/** How much an item adds to a line of a series: cases, persons and charges are counted apart. */
public enum Amount {
    /** One, whatever stands in it. */
    @JsonProperty("documents")
    DOCUMENTS {
        @Override
        long of(Entities document, List<StatuteMention> charges, boolean narrowed) {
            return 1;
        }
    },
    /** Persons accused. Of a register that does not say who is charged with what, at least one stands behind each statute. */
    @JsonProperty("defendants")
    DEFENDANTS {
        @Override
        long of(Entities document, List<StatuteMention> charges, boolean narrowed) {
            long told = charges.stream()
                    .mapToInt(StatuteMention::getDefendant)
                    .filter(number -> number > 0)
                    .distinct()
                    .count();
            long charged = charges.isEmpty() ? 0 : Math.max(1, told);
            return narrowed ? Math.min(document.getDefendants(), charged) : document.getDefendants();
        }
    },
    /** Charges, a repeated one as often as it is laid. Where some were tried already, those laid count, not those found proven. */
    @JsonProperty("charges")
    CHARGES {
        @Override
        long of(Entities document, List<StatuteMention> charges, boolean narrowed) {
            boolean laid = charges.stream().anyMatch(charge -> charge.getRole() == ChargeRole.CHARGED);
            return charges.stream()
                    .filter(charge -> !laid || charge.getRole() == ChargeRole.CHARGED)
                    .mapToLong(StatuteMention::getCount)
                    .sum();
        }
    };

    abstract long of(Entities document, List<StatuteMention> charges, boolean narrowed);

    /**
     * What the item adds to a line; 0: nothing.
     *
     * @param labels of the line: with a statute or an act only what falls under it counts
     */
    public long of(Item item, Map<String, String> labels) {
        @Nullable String statute = labels.get(Field.STATUTE.word());
        @Nullable String act = labels.get(Field.ACT.word());
        List<StatuteMention> charges = Statutes.charges(item.document())
                .filter(charge ->
                        statute == null || Statutes.rollUp(charge.getKey()).contains(statute))
                .filter(charge -> act == null || Statutes.act(charge.getKey()).equals(act))
                .toList();
        return of(item.document(), charges, statute != null || act != null);
    }
}
