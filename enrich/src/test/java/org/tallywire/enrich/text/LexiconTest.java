package org.tallywire.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Lexicon<String> lexicon = new Lexicon<String>(vocabulary)
            .add("не менее", "at least")
            .add("не менее чем", "at least, long")
            .add("дезертир*", "deserter")
            .add("дезертировал", "deserted")
            .add("OVD-Info", "ovd-info")
            .add("7x7", "7x7");

    private String match(String text) {
        Tokens tokens = new Tokenizer(vocabulary).tokenize(text);
        int match = lexicon.match(tokens, 0);
        return match == 0 ? "-" : lexicon.value(match) + "/" + lexicon.length(match);
    }

    @Test
    void theLongestPhraseWins() {
        assertEquals("at least/2", match("Не менее 40"));
        assertEquals("at least, long/3", match("не менее, чем 40".replace(",", "")));
        assertEquals("-", match("не меньше 40"));
    }

    @Test
    void aStarStandsForAnyEnding() {
        assertEquals("deserter/1", match("дезертиров"), "stem");
        assertEquals("deserted/1", match("дезертировал"), "a word of its own before its stem");
        assertEquals("-", match("дезерт"), "shorter than the stem");
    }

    @Test
    void signsAndDigitsAreWords() {
        assertEquals("ovd-info/3", match("ОVD—info, said"), "a Cyrillic letter and a dash typed by mistake");
        assertEquals("7x7/3", match("7x7 writes"));
    }

    @Test
    void formsOfACell() {
        assertEquals(
                List.of("дело", "дела", "дел", "мирный", "мирного"),
                Notation.forms("дел{о,а,}|мирн@adj", Map.of("@adj", "ый,ого")));
    }
}
