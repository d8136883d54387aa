package org.tallywire.ingest.courts.charges;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.Charge;

/** Statutes in a cell of a file, in whatever notation: our own keys, sections of the US Code, or the words of a register. */
public final class StatuteText {
    private static final Pattern KEY = Pattern.compile("(?:\\?|[a-z]{2,3})/[a-z0-9][a-z0-9./@?-]*");
    private static final Pattern US_CODE = Pattern.compile(
            "(\\d{1,2})\\s*U\\.?\\s*S\\.?\\s*C\\.?(?:ode)?\\s*(?:§+|[Ss]ec(?:tion|\\.)?)?\\s*(\\d+[A-Za-z]*(?:-\\d+)?)((?:\\([0-9A-Za-z]{1,4}\\))*)");
    /** As US dockets write it, e.g. {@code 18:922(g)(1)}. */
    private static final Pattern TITLE_AND_SECTION =
            Pattern.compile("^\\s*(\\d{1,2}):(\\d{2,5}[A-Za-z]?)((?:\\([0-9A-Za-z]{1,4}\\))*)(?![\\d:])");

    private static final Pattern BARE = Pattern.compile("\\d+(?:[.\\-]\\d+)*(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("\\s*[;|\\n]\\s*");

    private StatuteText() {}

    /**
     * Charges of a cell; members are parted by {@code ;}, {@code |} or line breaks.
     *
     * @param act act of articles without a code; {@code ?} if none is known
     * @return empty if the cell names no statute
     */
    public static List<Charge> charges(String cell, String act, int defendant) {
        List<Charge> charges = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (String member : LIST.split(cell.strip())) {
            Matcher us = US_CODE.matcher(TITLE_AND_SECTION.matcher(member).replaceFirst("$1 U.S.C. $2$3"));
            if (KEY.matcher(member).matches()) {
                charges.add(charge(member, member, defendant));
            } else if (us.find()) {
                charges.add(charge(usKey(us), usRaw(us), defendant));
            } else {
                words.append(BARE.matcher(member).matches() ? "ст." + member : member)
                        .append(';');
            }
        }
        charges.addAll(ChargeGrammar.charges(words.toString(), act, defendant));
        return charges;
    }

    private static Charge charge(String key, String raw, int defendant) {
        return Charge.newBuilder()
                .setKey(key)
                .setRaw(raw)
                .setDefendant(defendant)
                .build();
    }

    private static String usKey(Matcher us) {
        String subsections = us.group(3).replace(")(", "/").replace("(", "/").replace(")", "");
        return ("us/usc/t" + us.group(1) + "/s" + us.group(2) + subsections).toLowerCase(java.util.Locale.ROOT);
    }

    private static String usRaw(Matcher us) {
        return us.group(1) + " U.S.C. § " + us.group(2) + us.group(3);
    }
}
