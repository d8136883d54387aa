package org.tallywire.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageTest {
    private void row(String text, String hint, Language expected, String why) {
        assertEquals(expected, Language.detect(text, hint), why);
    }

    @Test
    void rows() {
        row("Суды рассмотрели 120 дел, это был рекорд", "", Language.RU, "Russian letters");
        row("Суди розглянули 120 справ, і це рекорд", "", Language.UK, "Ukrainian letters");
        row("Courts heard 120 cases", "", Language.EN, "Latin letters");
        row("120 справ", "uk", Language.UK, "too short: the feed knows");
        row("120 справ", "", Language.RU, "too short, no feed: the larger language");
        row("Суди вже розглянули і це", "ru", Language.UK, "letters against the feed");
        row("", "en", Language.OTHER, "no text");
        row("12 34 %", "en", Language.EN, "no letters: the feed knows");
        row("12 34 %", "", Language.OTHER, "no letters, no feed");
        row("Суд разгледзеў 120 спраў", "", Language.OTHER, "Belarusian has no lexicon here");
        row("東京の裁判所", "", Language.OTHER, "another script");
        row(
                "Die Gerichte haben in diesem Jahr mehr Urteile gefasst als vorher. ".repeat(6),
                "",
                Language.OTHER,
                "German");
    }
}
