package org.tallywire.ingest.sources;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;

/**
 * One entry of sources.yaml as written.
 *
 * @param line where it begins
 * @param fields value and line of each field
 * @param options settings of its reader
 */
record SourceEntry(int line, Map<String, Cell> fields, Map<String, String> options) {
    /** A value and its line. */
    record Cell(String text, int line) {}

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?");
    private static final Set<String> KNOWN = Set.of(
            "id",
            "stream",
            "kind",
            "url",
            "name",
            "outlet",
            "court",
            "language",
            "zone",
            "intervalSeconds",
            "allowPrivate",
            "fullText",
            "enabled");
    private static final int LONGEST_INTERVAL = 30 * 24 * 3600;

    /** The record; what is wrong goes to {@code problems}. */
    Source source(Set<String> kinds, List<String> problems) {
        Checks checks = new Checks(problems);
        fields.forEach((name, cell) -> checks.that(KNOWN.contains(name), cell.line(), "unknown field '" + name + "'"));
        Source.Builder source = Source.newBuilder()
                .setId(checks.matching("id", ID, "small letters, digits and single hyphens"))
                .setStream(checks.stream())
                .setKind(checks.oneOf("kind", kinds))
                .setUrl(checks.url())
                .setName(text("name"))
                .setOutlet(text("outlet"))
                .setCourt(text("court"))
                .setLanguage(checks.matching("language", LANGUAGE, "a BCP 47 tag such as uk"))
                .setIntervalSeconds(checks.interval())
                .setAllowPrivate(checks.flag("allowPrivate", false))
                .setFullText(checks.flag("fullText", false))
                .setEnabled(checks.flag("enabled", true))
                .setOptions(options);
        String zone = checks.zone();
        checks.noSecrets();
        checks.option("spacing.ms", "\\d{1,8}", "milliseconds");
        checks.option("spacing.open", "[1-9]\\d{0,3}", "a number of requests");
        checks.option("page.checks", "off|\\d{1,4}(,\\d{1,4})*", "hours such as 1,6,24 or off");
        checks.option("withdraw", "(?i)never|confirm|missing|look", "never, confirm, missing or look");
        checks.option("budget.poll", "[1-9]\\d{0,5}", "a number of requests");
        checks.option("budget.hour", "\\d{1,6}", "a number of requests");
        checks.option("budget.day", "\\d{1,6}", "a number of requests");
        return (zone.isEmpty() ? source : source.setZone(zone)).build();
    }

    private String text(String name) {
        Cell cell = fields.get(name);
        return cell == null ? "" : cell.text();
    }

    private int lineOf(String name) {
        Cell cell = fields.get(name);
        return cell == null ? line : cell.line();
    }

    /** Checks of one entry. */
    private final class Checks {
        private final List<String> problems;

        Checks(List<String> problems) {
            this.problems = problems;
        }

        void that(boolean fine, int at, String otherwise) {
            if (!fine) {
                problems.add("line " + at + ": " + otherwise);
            }
        }

        private void field(String name, boolean fine, String wanted) {
            that(fine, lineOf(name), name + "=" + text(name) + ": " + wanted + " is wanted");
        }

        String matching(String name, Pattern shape, String wanted) {
            field(name, shape.matcher(text(name)).matches(), wanted);
            return text(name);
        }

        String oneOf(String name, Set<String> values) {
            field(
                    name,
                    values.contains(text(name)),
                    "one of " + values.stream().sorted().toList());
            return text(name);
        }

        Stream stream() {
            String word = text("stream");
            field("stream", word.equals("news") || word.equals("courts"), "news or courts");
            return word.equals("courts") ? Stream.COURTS : Stream.NEWS;
        }

        String url() {
            boolean fine;
            try {
                URI uri = URI.create(text("url"));
                boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
                fine = web && uri.getHost() != null && uri.getRawUserInfo() == null;
            } catch (IllegalArgumentException unreadable) {
                fine = false;
            }
            field("url", fine, "an absolute http(s) address without a password");
            return text("url");
        }

        String zone() {
            boolean fine = true;
            try {
                fine = text("zone").isEmpty() || ZoneId.of(text("zone")).getId().equals(text("zone"));
            } catch (DateTimeException unknown) {
                fine = false;
            }
            field("zone", fine, "a zone of the tz database such as Europe/Kyiv");
            return text("zone");
        }

        int interval() {
            String text = text("intervalSeconds");
            if (text.isEmpty()) {
                return 0;
            }
            boolean number = text.matches("\\d{1,7}") && Integer.parseInt(text) <= LONGEST_INTERVAL;
            field("intervalSeconds", number, "a whole number of seconds, 0 to learn it, at most 30 days");
            return number ? Integer.parseInt(text) : 0;
        }

        boolean flag(String name, boolean otherwise) {
            String text = text(name).toLowerCase(Locale.ROOT);
            field(name, text.isEmpty() || text.equals("true") || text.equals("false"), "true or false");
            return text.isEmpty() ? otherwise : text.equals("true");
        }

        void option(String name, String shape, String wanted) {
            String value = options.getOrDefault(name, "");
            boolean fine = !options.containsKey(name) || value.matches(shape);
            that(fine, line, "option " + name + "=" + value + ": " + wanted + " is wanted");
        }

        /** A token in the catalogue would be written to a topic that everyone reads. */
        void noSecrets() {
            for (String name : List.of("authorization", "token", "password", "auth.token", "auth.password", "cookie")) {
                that(
                        !options.containsKey(name),
                        line,
                        "option '" + name + "' would put a secret on a topic; name it with auth.secret");
            }
        }
    }
}
