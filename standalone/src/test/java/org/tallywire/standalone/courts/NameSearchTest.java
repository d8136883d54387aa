package org.tallywire.standalone.courts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search finds what it is there for: a name, however it is bent and written. */
class NameSearchTest {
    private static final NameSearch SEARCH = new NameSearch(List.of("Вихоруненко", "Ярмолицкая", "Jessamyston"));

    @ParameterizedTest
    @CsvSource({
        "UTF-8, гр. Вихоруненко П. П., Вихоруненко",
        "UTF-16LE, гр. Вихоруненко П. П., Вихоруненко",
        "UTF-16BE, xгр. Вихоруненко, Вихоруненко",
        "windows-1251, ЯРМОЛИЦКАЯ, Ярмолицкая",
        "KOI8-R, дело ярмолицкой, Ярмолицкая",
        "UTF-8, v. Vikhorunenko, Вихоруненко",
        "UTF-8, USA v. JESSAMYSTON et al, Jessamyston",
        "UTF-8, ?name=%D0%AF%D1%80%D0%BC%D0%BE%D0%BB%D0%B8%D1%86%D0%BA%D0%BE%D0%B9, Ярмолицкая",
        "UTF-8, \\u042f\\u0440\\u043c\\u043e\\u043b\\u0438\\u0446\\u043a\\u043e\\u0439, Ярмолицкая",
        "UTF-8, Вихрь и Ярмарка, ",
    })
    void aNameIsFoundInAnyDress(String charset, String text, String name) {
        assertEquals(name == null ? Set.of() : Set.of(name), SEARCH.in(text.getBytes(Charset.forName(charset))));
    }
}
