package org.tallywire.ingest.read;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two forms of an address. The stored form is what a person follows: final, without fragment, otherwise as written.
 * The key form is lossy and only for comparing: no scheme, no {@code www.}/{@code m.}/{@code amp.} label, no tracking
 * parameters, no trailing slash. Numeric ids in the query always stay: many court sites have nothing else.
 */
public final class UrlKey {
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();
    private static final Pattern DOUBLE_SCHEME = Pattern.compile("(?i)^https?:(?:/{0,2})(?=https?://)");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://[^/?#\\s]");
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/?]*");
    private static final Pattern INDEX = Pattern.compile("(?i)/index\\.(?:html?|php|asp|jsp)$");
    private static final Pattern MIRROR_LABELS = Pattern.compile("^(?:(?:www|m|mobile|amp)\\.)+(?=[^.]+\\.)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_.-]+");
    private static final TrackingParameters TRACKING = TrackingParameters.load();

    private UrlKey() {}

    /** True for an absolute http or https address with a host. */
    public static boolean isWeb(@Nullable String url) {
        return url != null && SCHEME.matcher(url).lookingAt();
    }

    /** Stored form: trimmed, double scheme repaired, fragment removed; empty for anything but an absolute http(s) address. */
    public static String stored(@Nullable String url) {
        if (url == null) {
            return "";
        }
        String plain = DOUBLE_SCHEME.matcher(url.strip()).replaceFirst("");
        int fragment = plain.indexOf('#');
        plain = fragment < 0 ? plain : plain.substring(0, fragment);
        return isWeb(plain) ? plain : "";
    }

    /** Key form, e.g. {@code example.org/news/1?id=5}; two addresses of one page give the same key. Empty for no address. */
    public static String of(@Nullable String url) {
        String stored = SESSION.matcher(stored(url)).replaceAll("");
        if (stored.isEmpty()) {
            return "";
        }
        int query = stored.indexOf('?');
        String path = query < 0 ? stored : stored.substring(0, query);
        List<String> kept = query < 0 ? List.of() : keptParameters(stored.substring(query + 1));
        String joined = kept.isEmpty() ? path : path + "?" + String.join("&", kept);
        String normal = NORMALIZER.filter(joined);
        return shorten(normal == null ? joined : normal);
    }

    /** True if both lead to the same page; an empty address equals none. */
    public static boolean same(String left, String right) {
        String key = of(left);
        return !key.isEmpty() && key.equals(of(right));
    }

    private static String shorten(String url) {
        String bare = url.substring(url.indexOf("://") + 3);
        int query = bare.indexOf('?');
        String tail = query < 0 ? "" : bare.substring(query);
        String place = query < 0 ? bare : bare.substring(0, query);
        int slash = place.indexOf('/');
        String host = slash < 0 ? place : place.substring(0, slash);
        String path = slash < 0 ? "" : place.substring(slash);
        path = INDEX.matcher(path).replaceFirst("/");
        path = stripEnd(stripEnd(path, "/"), "/amp");
        host = stripEnd(stripEnd(host.toLowerCase(Locale.ROOT), ":80"), ":443");
        return MIRROR_LABELS.matcher(host).replaceFirst("") + stripEnd(path, "/") + tail;
    }

    private static String stripEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static List<String> keptParameters(String query) {
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isBlank() && !TRACKING.covers(parameter)) {
                kept.add(parameter);
            }
        }
        kept.sort(null);
        return kept;
    }

    /** Names of query parameters that only follow the reader; the list is a resource, one row a name. */
    private record TrackingParameters(Set<String> names, Set<String> words, List<String> prefixes) {
        static TrackingParameters load() {
            Set<String> names = new java.util.HashSet<>();
            Set<String> words = new java.util.HashSet<>();
            List<String> prefixes = new ArrayList<>();
            for (String[] row : Rows.of(UrlKey.class, "tracking.tsv")) {
                switch (row[0]) {
                    case "prefix" -> prefixes.add(row[1]);
                    case "word" -> words.add(row[1]);
                    default -> names.add(row[1]);
                }
            }
            return new TrackingParameters(Set.copyOf(names), Set.copyOf(words), List.copyOf(prefixes));
        }

        boolean covers(String parameter) {
            String lower = parameter.toLowerCase(Locale.ROOT);
            int equals = lower.indexOf('=');
            String name = equals < 0 ? lower : lower.substring(0, equals);
            String value = equals < 0 ? "" : lower.substring(equals + 1);
            return names.contains(name)
                    || names.contains(lower)
                    || (words.contains(name) && WORD.matcher(value).matches())
                    || prefixes.stream().anyMatch(name::startsWith);
        }
    }
}
