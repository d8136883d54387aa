package org.tallywire.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statute key: {@code jurisdiction/act/a<article>/p<part>/<point>}, lower-case ASCII, e.g. {@code ru/uk/a337/p5},
 * {@code ru/decree/2022-09-21/647}, {@code us/usc/t18/s1001/a/2}. It rolls up by cutting at {@code /}; whole segments are
 * compared, so {@code a337} is no prefix of {@code a337.1}.
 *
 * @param key the key as text
 */
public record StatuteKey(String key) implements Comparable<StatuteKey> {
    private static final Pattern SHAPE = Pattern.compile("(\\?|[a-z]{2,3})(/[a-z0-9][a-z0-9.@?-]*)+");
    /** The first article or section, e.g. a337 or s1001; what stands under it rolls up to it. */
    private static final Pattern ARTICLE = Pattern.compile("/[as]\\d[^/]*");

    private static final String CYRILLIC_POINTS = "абвгдежзиклм";
    private static final String[] LATIN_POINTS = {"a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m"};

    public StatuteKey {
        if (!SHAPE.matcher(key).matches()) {
            throw new IllegalArgumentException("not a statute key: " + key);
        }
    }

    /** Key of an article of an act, e.g. {@code of("ru/uk", "337")}. */
    public static StatuteKey of(String act, String article) {
        return new StatuteKey(act + "/a" + article);
    }

    /** This key with a part under it. */
    public StatuteKey part(String part) {
        return new StatuteKey(key + "/p" + part);
    }

    /** This key with a point under it; Russian letters are written by the fixed table, digits stay. */
    public StatuteKey point(String point) {
        int at = point.length() == 1 ? CYRILLIC_POINTS.indexOf(Character.toLowerCase(point.charAt(0))) : -1;
        return new StatuteKey(key + "/" + (at < 0 ? point : LATIN_POINTS[at]));
    }

    /** True if this key is the other or stands under it: {@code ru/uk/a337/p5} is within {@code ru/uk/a337}. */
    public boolean within(StatuteKey other) {
        return key.equals(other.key) || key.startsWith(other.key + "/");
    }

    /** This key and what it counts for too, up to the article or section: {@code [ru/uk/a337/p5, ru/uk/a337]}. */
    public List<StatuteKey> rollUp() {
        List<StatuteKey> keys = new ArrayList<>(List.of(this));
        Matcher article = ARTICLE.matcher(key);
        int cut = key.lastIndexOf('/');
        while (article.find(0) && cut >= article.end()) {
            keys.add(new StatuteKey(key.substring(0, cut)));
            cut = key.lastIndexOf('/', cut - 1);
        }
        return List.copyOf(keys);
    }

    @Override
    public int compareTo(StatuteKey other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
