package org.tallywire.ingest.courts.charges;

import org.tallywire.schemas.StatuteKey;

/**
 * One article as read, before the code and the stage are known.
 *
 * @param act empty: no code stood behind it yet
 * @param part empty: the whole article
 * @param point empty: the whole part
 * @param segment number of the charge in the text; an attempt reaches no farther
 */
record ChargeDraft(String act, String article, String part, String point, int segment) {
    ChargeDraft withAct(String named) {
        return new ChargeDraft(named, article, part, point, segment);
    }

    String key() {
        String prefix = act.startsWith("ua/") ? article.replace('.', '-') : article;
        StatuteKey key = StatuteKey.of(act, prefix);
        key = part.isEmpty() ? key : key.part(part);
        return (point.isEmpty() ? key : pointed(key)).key();
    }

    /** The words as we write them: nothing of the page but numbers, a letter and a code. */
    String raw() {
        String words = "ст." + article + (part.isEmpty() ? "" : " ч." + part) + (point.isEmpty() ? "" : " п." + point);
        return (words + " " + Codes.words(act)).strip();
    }

    /** A letter without a place in the table of points leaves the part. */
    private StatuteKey pointed(StatuteKey key) {
        return point.matches("\\d[\\d.]*|[абвгдежзиклм]") ? key.point(point) : key;
    }
}
