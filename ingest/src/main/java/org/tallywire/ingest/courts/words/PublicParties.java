package org.tallywire.ingest.courts.words;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** States and agencies that may be named as a party ({@code public-parties.tsv}); everybody else is a role and a count. */
public final class PublicParties {
    private static final Pattern NOISE = Pattern.compile("[.,'’]");
    private static final Map<String, String> NAMES =
            WordTable.rows(PublicParties.class, "public-parties.tsv", 2).stream()
                    .collect(Collectors.toUnmodifiableMap(row -> key(row.get(1)), row -> row.get(0), (a, b) -> a));

    private PublicParties() {}

    /** The known name of a public party, empty for everybody else. The whole name must match. */
    public static String of(String party) {
        return NAMES.getOrDefault(key(party), "");
    }

    private static String key(String name) {
        String bare = NOISE.matcher(Plain.text(name).toLowerCase(Locale.ROOT)).replaceAll("");
        return bare.startsWith("the ") ? bare.substring(4) : bare;
    }
}
