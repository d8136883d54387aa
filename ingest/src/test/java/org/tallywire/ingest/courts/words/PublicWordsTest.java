package org.tallywire.ingest.courts.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicWordsTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            Order on Motion for Extension of Time | Order on Motion for Extension of Time | words of the docket
            Notice of Appearance by Quenby Ashdown | Notice of Appearance by … | a name behind a preposition
            Order Granting Motion of J. Q. Ashdown | Order Granting Motion of … | initials go with the name
            Вынесен ПРИГОВОР | Вынесен ПРИГОВОР | words of the register
            Судебное заседание с участием Примерова П. П. | Судебное заседание с … | a Russian name
            Уголовное дело ПРЕКРАЩЕНО (ст. 25.1 УПК РФ) | Уголовное дело ПРЕКРАЩЕНО (ст. 25.1 УПК РФ) | articles stay
            Судьин С. С. | … | a surname made of a court word
            Регистрация поступившего в суд дела | Регистрация поступившего в суд дела | a known event
            Вирок Шевченко | Вирок … | uk
            """)
    void onlyCourtWordsPass(String text, String expected, String why) {
        assertEquals(expected, PublicWords.mask(text), why);
    }
}
