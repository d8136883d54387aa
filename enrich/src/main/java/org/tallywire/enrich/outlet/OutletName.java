package org.tallywire.enrich.outlet;

import java.util.Locale;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.text.Tokens;

/**
 * One written form of a publisher's name.
 *
 * @param publisher whose name it is
 * @param form the form as the catalogue writes it
 * @param strength what else it takes to count
 */
record OutletName(Publisher publisher, String form, Strength strength) {
    private static final int OFFICE_LENGTH = 6;

    /** How much a form says by itself. */
    enum Strength {
        /** Names the publisher and nothing else. */
        CERTAIN,
        /** Also an ordinary word: needs quotes, a class noun, a cue or a link beside it. */
        AMBIGUOUS,
        /** Counts only in a text that names the publisher in another way too. */
        ECHO,
        /** A domain written out. */
        DOMAIN
    }

    /**
     * True if the capitals in the text are those of a name: acronyms of up to three letters in full, other names wherever the
     * form has a capital. Cyrillic names of offices are often written small.
     */
    boolean fits(Tokens tokens, int first, int after) {
        if (strength == Strength.DOMAIN || office()) {
            return true;
        }
        String written = tokens.text().substring(tokens.start(first), tokens.end(after - 1));
        if (form.length() <= 3 && Character.isUpperCase(form.charAt(0)) && form.equals(form.toUpperCase(Locale.ROOT))) {
            return written.equals(written.toUpperCase(Locale.ROOT));
        }
        int last = written.length() == form.length() ? form.length() : 1;
        for (int i = 0; i < last; i++) {
            boolean begins = i == 0 || !Character.isLetter(form.charAt(i - 1));
            if (begins && Character.isUpperCase(form.charAt(i)) && !Character.isUpperCase(written.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean office() {
        boolean cyrillic = Character.UnicodeScript.of(form.charAt(0)) == Character.UnicodeScript.CYRILLIC;
        return publisher.kind() == PublisherKind.OFFICIAL
                && strength == Strength.CERTAIN
                && cyrillic
                && form.length() >= OFFICE_LENGTH;
    }
}
