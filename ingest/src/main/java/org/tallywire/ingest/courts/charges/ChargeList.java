package org.tallywire.ingest.courts.charges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;

/** Drafts made into charges: the general part turned into stages, equal charges of a person counted. */
final class ChargeList {
    private record Stage(ChargeStage stage, ChargeDraft by, String article) {
        static final Stage NONE = new Stage(ChargeStage.COMPLETED, new ChargeDraft("", "", "", "", -1), "");
    }

    private ChargeList() {}

    static List<Charge> of(List<ChargeDraft> drafts, String act, int defendant) {
        Map<String, Charge> charges = new LinkedHashMap<>();
        Stage pending = Stage.NONE;
        for (ChargeDraft draft : drafts) {
            ChargeDraft named = draft.act().isEmpty() ? draft.withAct(act) : draft;
            ChargeStage stage = Codes.stage(named.act(), named.article(), named.part());
            if (stage != ChargeStage.UNKNOWN) {
                pending = new Stage(stage, named, "");
            } else if (!Codes.general(named.act(), named.article())) {
                pending = reach(pending, named);
                Charge charge = charge(named, pending, defendant);
                charges.merge(charge.getKey() + charge.getStage(), charge, ChargeList::again);
            }
        }
        return new ArrayList<>(charges.values());
    }

    /** The stage reaches the points of one article in the same charge. */
    private static Stage reach(Stage pending, ChargeDraft draft) {
        boolean same = pending.article().isEmpty() || pending.article().equals(draft.article());
        boolean reaches = pending.by().segment() == draft.segment() && same;
        return reaches ? new Stage(pending.stage(), pending.by(), draft.article()) : Stage.NONE;
    }

    private static Charge charge(ChargeDraft draft, Stage pending, int defendant) {
        boolean whole = pending.stage() == ChargeStage.COMPLETED;
        String by = whole ? "" : pending.by().withAct("").raw() + ", ";
        return Charge.newBuilder()
                .setKey(draft.key())
                .setRaw(by + draft.raw())
                .setDefendant(defendant)
                .setStage(pending.stage())
                .setRole(Codes.procedure(draft.act()) ? ChargeRole.CITED : ChargeRole.CHARGED)
                .build();
    }

    private static Charge again(Charge one, Charge other) {
        return Charge.newBuilder(one)
                .setCount(one.getCount() + other.getCount())
                .build();
    }
}
