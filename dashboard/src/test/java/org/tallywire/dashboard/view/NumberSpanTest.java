package org.tallywire.dashboard.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSpanTest {
    @ParameterizedTest(name = "{2} in \"{0}\": {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "At least 4,121 cases were sent  | 4121    | 4,121    | English thousands",
                "поступило как минимум 4121 дело | 4121    | 4121     | plain digits",
                "надійшло щонайменше 4 121 справа | 4121   | 4 121    | a blank between thousands",
                "bis zu 4.121 Faelle             | 4121    | 4.121    | a point between thousands",
                "about 4.1 thousand cases        | 4100    | 4.1      | a multiple, English",
                "около 3,9 тыс. уголовных дел    | 3900    | 3,9      | a multiple, Russian",
                "понад 2 тисячі вироків          | 2000    | 2        | a multiple, Ukrainian",
                "1.5 million requests            | 1500000 | 1.5      | millions",
                "5 мая возбудили 5 тысяч дел     | 5000    | 5        | the multiple, not the day",
                "in 2024 there were 24 verdicts  | 24      | 24       | not the end of another number",
                "article 337 and 12 of 337 cases | 337     | 337      | the first that says it",
                "a hundred persons               | 100     |          | in words: nothing to mark",
                "nothing                         |         |          | no value",
            })
    void marksTheNumeralThatSaysTheValue(String quote, Double value, String marked, String why) {
        NumberSpan span = NumberSpan.find(quote, value);
        assertEquals(marked, span == null ? null : quote.substring(span.start(), span.end()), why);
    }
}
