package org.tallywire.aggregate.series;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StatuteMention;
import org.tallywire.schemas.StatuteKey;

/** The statutes that an item counts for: each key and, by roll-up, its article. Prior convictions and cited procedure count for nothing. */
public final class Statutes {
    private static final String SEPARATOR = "+";

    private Statutes() {}

    /** The keys of a value of the field statuteSet. */
    public static List<String> split(String together) {
        return List.of(together.split(Pattern.quote(SEPARATOR)));
    }

    static Set<String> rolledUp(Item item) {
        return keys(item).flatMap(key -> rollUp(key).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All keys in one text, sorted, joined by +. */
    static Set<String> together(Item item) {
        String all = keys(item).distinct().sorted().collect(Collectors.joining(SEPARATOR));
        return all.isEmpty() ? Set.of() : Set.of(all);
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
        Stream<StatuteMention> mentions = court ? charges(item.document()) : item.document().getStatutes().stream();
        return mentions.filter(mention -> mention.getRole() != ChargeRole.PRIOR)
                .map(StatuteMention::getKey)
                .filter(key -> !key.isEmpty());
    }

    /** The charges of a court record. */
    static Stream<StatuteMention> charges(Entities document) {
        return document.getStatutes().stream().filter(mention -> charged(mention.getRole()));
    }

    private static boolean charged(ChargeRole role) {
        return role == ChargeRole.CHARGED || role == ChargeRole.CONVICTED;
    }

    /** The key and what it is a part of, down to the article. A key that is none stands for itself: it is counted as the source gave it. */
    public static Collection<String> rollUp(String key) {
        try {
            return new StatuteKey(key).rollUp().stream().map(StatuteKey::key).toList();
        } catch (IllegalArgumentException notAKey) {
            return List.of(key);
        }
    }

    /** The code or law of a key, e.g. ru/uk. */
    public static String act(String key) {
        Collection<String> up = rollUp(key);
        String article = up.stream().reduce(key, (first, second) -> second);
        int cut = article.lastIndexOf('/');
        return cut < 0 ? article : article.substring(0, cut);
    }
}
