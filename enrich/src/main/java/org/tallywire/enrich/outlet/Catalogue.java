package org.tallywire.enrich.outlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.outlet.OutletName.Strength;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Vocabulary;

/** All publishers we know, by id, by host and by name; read from {@code outlets.tsv}. Safe to share between threads. */
public final class Catalogue {
    private final Map<String, Publisher> byId = new HashMap<>();
    private final Map<String, Publisher> byDomain = new HashMap<>();
    private final Lexicon<OutletName> names;

    private Catalogue(Vocabulary vocabulary) {
        names = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Catalogue.class, "outlets.tsv");
        for (List<String> row : rows.cells()) {
            add(row, rows);
        }
    }

    /** The catalogue, its names added to the vocabulary. */
    public static Catalogue load(Vocabulary vocabulary) {
        return new Catalogue(vocabulary);
    }

    /** The catalogue for look-ups alone. */
    public static Catalogue load() {
        return new Catalogue(new Vocabulary());
    }

    private void add(List<String> row, Rows rows) {
        List<String> domains =
                row.get(4).isBlank() ? List.of() : List.of(row.get(4).split(" +"));
        List<String> first = rows.forms(row.get(3).split("\\|", 2)[0]);
        String state = row.get(2).equals("-") ? "" : row.get(2);
        String name = bare(first.get(0));
        Publisher publisher = new Publisher(row.get(0), PublisherKind.valueOf(row.get(1)), state, name, domains);
        if (byId.put(publisher.id(), publisher) != null) {
            throw new IllegalStateException("two publishers with the id " + publisher.id());
        }
        for (String form : rows.forms(row.get(3))) {
            names.add(bare(form), new OutletName(publisher, bare(form), strength(form)));
        }
        for (String domain : domains) {
            byDomain.putIfAbsent(domain, publisher);
            if (names.get(domain) == null && !domain.contains("/")) {
                names.add(domain, new OutletName(publisher, domain, Strength.DOMAIN));
            }
        }
    }

    private static String bare(String form) {
        return form.startsWith("!") || form.startsWith("?") ? form.substring(1) : form;
    }

    private static Strength strength(String form) {
        return form.startsWith("!") ? Strength.AMBIGUOUS : form.startsWith("?") ? Strength.ECHO : Strength.CERTAIN;
    }

    /** The publisher with this id; null if there is none. */
    public @Nullable Publisher byId(String id) {
        return byId.get(id);
    }

    /** All publishers, in no order. */
    public List<Publisher> all() {
        return new ArrayList<>(byId.values());
    }

    /** The publisher whose page this is, by host and first path segment of an address with or without scheme; null if unknown. */
    public @Nullable Publisher byUrl(String url) {
        String rest = url.toLowerCase(Locale.ROOT);
        int scheme = rest.indexOf("://");
        rest = scheme < 0 ? rest : rest.substring(scheme + 3);
        int end = end(rest, 0);
        String host = rest.substring(0, end);
        String path = end < rest.length() && rest.charAt(end) == '/' ? rest.substring(end, end(rest, end + 1)) : "/";
        for (String domain = host; domain.indexOf('.') > 0; domain = domain.substring(domain.indexOf('.') + 1)) {
            Publisher publisher = byDomain.getOrDefault(domain + path, byDomain.get(domain));
            if (publisher != null) {
                return publisher;
            }
        }
        return null;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && "/?#:".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The names as a lexicon over the vocabulary given at loading. */
    Lexicon<OutletName> names() {
        return names;
    }
}
