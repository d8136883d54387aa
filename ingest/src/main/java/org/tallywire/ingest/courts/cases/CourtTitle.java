package org.tallywire.ingest.courts.cases;

import java.util.regex.Pattern;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.words.Plain;

/** The name of a court as a page gives it. Only a title that speaks of a court passes; a title with parties does not. */
public final class CourtTitle {
    private static final Pattern TAIL = Pattern.compile(
            "\\s+(-\\s+(recent entries|rss feed|feed)|filings entries on cases).*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COURT = Pattern.compile(
            "\\b(court|courts|district|circuit|tribunal|bench|division|chamber|appeals|council|committee)\\b|суд\\b|\\bсуда\\b|\\bсуду\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARTIES = Pattern.compile(
            "\\s(v|vs|против|к)\\.?\\s|^in re\\b|\\d-\\p{L}{0,5}-?\\d",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private CourtTitle() {}

    /** The page's own name for the court, else the source's name; empty: neither. */
    public static String of(Source source, String title) {
        String name = TAIL.matcher(Plain.text(title)).replaceFirst("");
        return isCourt(name) ? name : source.getName();
    }

    /** True if the words speak of a court and of no parties. */
    public static boolean isCourt(String words) {
        return COURT.matcher(words).find() && !PARTIES.matcher(words).find();
    }
}
