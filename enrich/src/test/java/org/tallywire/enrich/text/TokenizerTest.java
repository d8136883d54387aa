package org.tallywire.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.StringJoiner;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private final Tokenizer tokenizer = new Tokenizer(new Vocabulary());

    /** Tokens folded, parted by blanks; {@code //} before a new sentence, {@code ##} before a new paragraph. */
    private String read(String text) {
        Tokens tokens = tokenizer.tokenize(text);
        StringJoiner out = new StringJoiner(" ");
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && tokens.paragraph(i) != tokens.paragraph(i - 1)) {
                out.add("##");
            } else if (i > 0 && tokens.sentence(i) != tokens.sentence(i - 1)) {
                out.add("//");
            }
            out.add(tokens.folded(i));
        }
        return out.toString();
    }

    private void row(String text, String expected, String why) {
        assertEquals(expected, read(text), why);
    }

    @Test
    void words() {
        row("Russia’s 4,121 cases", "russia 's 4 , 121 cases", "a Latin apostrophe begins a word of its own");
        row("пʼять п’ять п'ять", "п'ять п'ять п'ять", "apostrophes inside Cyrillic words are one letter");
        row("сорок\u00A0две тысячи", "сорок две тысячи", "a no-break space is a space");
        row("моби\u00ADлизация", "мобилизация", "a soft hyphen vanishes");
        row("OVD–Info", "ovd - info", "dashes are one hyphen and a token");
        row("Pоссия", "россия", "a Latin look-alike in a Cyrillic word");
        row("й ї", "й ї", "letters with a combining mark");
        row("500k 1-й", "500 k 1 - й", "digits and letters part");
        row("ще ЁЛКА", "ще елка", "lower case, yo as ye");
        row("according to [counts](#) by X", "according to counts by x", "a Markdown link keeps its words");
    }

    @Test
    void sentences() {
        row("Он ушел. Она осталась.", "он ушел . // она осталась .", "a stop before a capital");
        row("по ст. 337 и т.д. В суд", "по ст . 337 и т . д . в суд", "abbreviations end nothing");
        row("«Да.» Он ушел", "\" да . \" // он ушел", "a closing quote belongs to what it closes");
        row("В 2023 г. Мосгорсуд решил", "в 2023 г . мосгорсуд решил", "a year that opens a sentence");
        row("Это было в мае 2023 г. Суд решил", "это было в мае 2023 г . // суд решил", "a year that closes one");
        row("Headline\n\nText follows", "headline ## text follows", "a blank line parts paragraphs");
        row("a line that is\nwrapped here", "a line that is wrapped here", "a wrapped line goes on");
        row("see https://zona.media/x. Then", "see https://zona.media/x . // then", "an address is one token");
    }

    @Property
    void anyTextGivesTokensInOrder(@ForAll String text) {
        Tokens tokens = tokenizer.tokenize(text);
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertTrue(tokens.start(i) >= last && tokens.end(i) > tokens.start(i), "in order and not empty");
            last = tokens.end(i);
            tokens.folded(i);
        }
        assertTrue(last <= text.length(), "inside the text");
    }
}
