package org.tallywire.ingest.courts.cases;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.Party;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.PublicParties;

/**
 * A case title reduced to roles and counts. Only states and agencies of the allow-list keep their name, as part of the
 * role: {@code "USA v. Doe et al"} gives {@code plaintiff: United States} once and {@code defendant} twice ({@code et al}
 * counts as one more; the count is a lower bound).
 */
public final class CaseTitle {
    private static final Pattern VERSUS = Pattern.compile("\\s+(?:v|vs)\\.?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ET_AL = Pattern.compile("[,\\s]+et\\s*\\.?\\s*al[.,]*\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_RE = Pattern.compile(
            "^(?:in\\s+re|in\\s+the\\s+matter\\s+of|matter\\s+of|ex\\s+parte|re)\\b[:.]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINT = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRM = Pattern.compile(
            "\\b(llc|inc|corp|corporation|company|co|ltd|lp|llp|plc|trust|bank|holdings|group)\\b\\.?",
            Pattern.CASE_INSENSITIVE);

    private CaseTitle() {}

    /**
     * Parties of a title.
     *
     * @param title as published; empty gives no parties
     * @param first role of the side before {@code v.}
     * @param second role of the side after it
     * @param alone role where there is one side only
     */
    public static List<Party> parties(String title, String first, String second, String alone) {
        String text = Plain.text(title);
        PartyCounts parties = new PartyCounts();
        Matcher versus = VERSUS.matcher(text);
        if (versus.find()) {
            side(parties, text.substring(0, versus.start()), first);
            side(parties, text.substring(versus.end()), second);
        } else {
            side(parties, IN_RE.matcher(text).replaceFirst(""), alone);
        }
        return parties.list();
    }

    private static void side(PartyCounts parties, String names, String role) {
        String one = ET_AL.matcher(names).replaceFirst("").strip();
        if (one.isEmpty()) {
            return;
        }
        String known = PublicParties.of(one);
        if (known.isEmpty()) {
            parties.add(role, holders(one), false);
        } else {
            parties.add(role + ": " + known, 1, false);
        }
        if (one.length() < names.strip().length()) {
            parties.add(role, 1, false);
        }
    }

    private static int holders(String names) {
        return FIRM.matcher(names).find() ? 1 : JOINT.split(names).length;
    }
}
