package org.tallywire.enrich.statute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes article numbers as the code does. Russian law inserts articles as 205.1, Ukrainian and Belarusian as 111-1. A dotted
 * number that the registry does not know, of an article that it does know with such a part, is the part: 337.5 is part 5 of 337.
 */
final class Articles {
    private static final int USUAL_PARTS = 6;

    private final StatuteRegistry registry;

    Articles(StatuteRegistry registry) {
        this.registry = registry;
    }

    /** True if the registry has this article of the code, in whatever way its number is written. */
    boolean knows(String code, String number) {
        String key = key(code, number);
        int article = key.indexOf("/a");
        int part = article < 0 ? -1 : key.indexOf('/', article + 1);
        return registry.knows(part < 0 ? key : key.substring(0, part));
    }

    /** The only one of these codes that has this inserted article (207.3, 111-1); null if none or several have it. */
    @Nullable
    String onlyCode(List<String> codes, String number) {
        boolean inserted = number.indexOf('.') > 0 || number.indexOf('-') > 0;
        List<String> having = inserted
                ? codes.stream()
                        .filter(code -> registry.knows(key(code, number)))
                        .toList()
                : List.of();
        return having.size() == 1 ? having.getFirst() : null;
    }

    /** The key of an article number, a part included where the number holds one. */
    String key(String code, String number) {
        boolean hyphens = code.startsWith("ua/") || code.startsWith("by/");
        String plain = code + "/a" + (hyphens ? number : number.replace('-', '.'));
        if (registry.knows(plain)) {
            return plain;
        }
        int dot = number.indexOf('.');
        if (dot < 0) {
            return plain;
        }
        String hyphened = code + "/a" + number.replace('.', '-');
        if (hyphens && registry.knows(hyphened)) {
            return hyphened;
        }
        String article = code + "/a" + number.substring(0, dot);
        Statute statute = registry.knows(article) ? registry.find(article) : null;
        String part = number.substring(dot + 1);
        return statute != null && hasPart(statute, part) ? article + "/p" + part : plain;
    }

    private static boolean hasPart(Statute statute, String part) {
        if (!statute.parts().isEmpty()) {
            return statute.parts().contains(part);
        }
        return part.length() == 1 && part.charAt(0) - '0' <= USUAL_PARTS;
    }
}
