package org.tallywire.enrich.claim;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/** Chooses the source of a count among those of its sentence. */
final class SourceChoice {
    private final Tokens tokens;
    private final Set<String> joints;

    SourceChoice(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        joints = terms.forms(Kind.JOINT).keySet();
    }

    /** The strongest source, the nearest to token i among equals; joint ones are joined by a plus sign, sorted. */
    @Nullable
    Source best(List<Source> sources, int i) {
        Source best = null;
        for (Source each : sources) {
            boolean better = each.strength() > 0
                    && (best == null
                            || each.strength() > best.strength()
                            || (each.strength() == best.strength() && distance(each, i) < distance(best, i)));
            best = better ? each : best;
        }
        return best == null ? null : joint(best, sources);
    }

    private static int distance(Source source, int i) {
        return source.from() > i ? source.from() - i : i - source.to();
    }

    private Source joint(Source best, List<Source> sources) {
        Set<String> ids = new TreeSet<>();
        if (best.id() != null) {
            ids.add(best.id());
        }
        for (Source other : sources) {
            int gap = other.from() > best.from() ? other.from() - best.to() : best.from() - other.to();
            boolean beside = other.id() != null && !other.equals(best) && gap >= 1 && gap <= 3 && linked(best, other);
            if (beside && other.id() != null) {
                ids.add(other.id());
            }
        }
        return ids.size() < 2 || best.id() == null
                ? best
                : new Source(
                        String.join("+", ids),
                        best.text(),
                        best.kind(),
                        best.from(),
                        best.to(),
                        best.strength(),
                        best.via());
    }

    private boolean linked(Source a, Source b) {
        int high = Math.max(a.from(), b.from());
        for (int i = Math.min(a.to(), b.to()); i < high; i++) {
            if (tokens.is(i, Tokens.Kind.WORD) && joints.contains(tokens.folded(i))) {
                return true;
            }
        }
        return false;
    }
}
