package org.tallywire.enrich.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tallywire.enrich.text.Language;

/** Numbers written in words read back, in three languages, with any apostrophe and in any case of letters. */
class SpellOutProperties {
    @Property
    void englishReadsBack(@ForAll @LongRange(max = 1_000_000_000) long number) {
        String words = SpellOut.of(Language.EN, number);
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.EN, words), words);
        assertEquals(
                Long.toString(number),
                NumeralRowsTest.read(Language.EN, words.toUpperCase(java.util.Locale.ROOT)),
                words);
        assertEquals(
                Long.toString(number),
                NumeralRowsTest.read(Language.EN, words.replace('-', ' ').replace(" and", "")),
                words);
    }

    @Property
    void russianReadsBack(@ForAll @LongRange(max = 1_000_000_000) long number) {
        String words = SpellOut.of(Language.RU, number);
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.RU, words), words);
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.RU, words.replace(' ', '\u00A0')), words);
    }

    @Property
    void ukrainianReadsBack(@ForAll @LongRange(max = 1_000_000_000) long number) {
        String words = SpellOut.of(Language.UK, number);
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.UK, words), words);
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.UK, words.replace('\'', '’')), words);
    }

    @Property
    void digitsAndWordsAgree(@ForAll @LongRange(min = 1, max = 999_999) long number) {
        String digits = String.format(java.util.Locale.ROOT, "%,d", number);
        assertEquals(
                NumeralRowsTest.read(Language.EN, SpellOut.of(Language.EN, number)),
                NumeralRowsTest.read(Language.EN, digits));
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.RU, digits.replace(',', ' ')));
        assertEquals(Long.toString(number), NumeralRowsTest.read(Language.UK, digits.replace(',', '\u202F')));
    }
}
