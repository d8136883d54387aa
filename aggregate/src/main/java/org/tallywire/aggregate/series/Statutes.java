package org.tallywire.aggregate.series;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.DocumentKind;
import org.tallywire.schemas.StatuteKey;

/** The statutes that an item counts for: each key and, by roll-up, its article. Prior convictions and cited procedure count for nothing. */
final class Statutes {
    private Statutes() {}

    static Set<String> rolledUp(Item item) {
        return keys(item).flatMap(key -> rollUp(key).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes and laws, e.g. ru/uk for ru/uk/a337/p5. */
    static Set<String> acts(Item item) {
        return keys(item).map(Statutes::act).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(Item item) {
        @Nullable ClaimMention claim = item.claim();
        if (claim != null) {
            return claim.getScope().stream();
        }
        boolean court = item.document().getKind() == DocumentKind.COURT_RECORD;
        return item.document().getStatutes().stream()
                .filter(mention -> !court || charged(mention.getRole()))
                .filter(mention -> mention.getRole() != ChargeRole.PRIOR)
                .map(mention -> mention.getKey())
                .filter(key -> !key.isEmpty());
    }

    private static boolean charged(ChargeRole role) {
        return role == ChargeRole.CHARGED || role == ChargeRole.CONVICTED;
    }

    /** A key that is none stands for itself: it is counted as the source gave it. */
    private static Collection<String> rollUp(String key) {
        try {
            return new StatuteKey(key).rollUp().stream().map(StatuteKey::key).toList();
        } catch (IllegalArgumentException notAKey) {
            return List.of(key);
        }
    }

    private static String act(String key) {
        Collection<String> up = rollUp(key);
        String article = up.stream().reduce(key, (first, second) -> second);
        int cut = article.lastIndexOf('/');
        return cut < 0 ? article : article.substring(0, cut);
    }
}
