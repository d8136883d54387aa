package org.tallywire.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The notation of the lexicon files. {@code дел{о,а,,ам}} stands for дело, дела, дел, делам; several braces multiply;
 * {@code мирн@adj} puts in the endings named {@code @adj} in the same file; {@code |} parts alternatives; a star at the end of a
 * word stands for any ending.
 */
public final class Notation {
    private Notation() {}

    /** All forms of a cell, as written, in order. */
    public static List<String> forms(String cell, Map<String, String> endings) {
        List<String> forms = new ArrayList<>();
        for (String alternative : cell.split("\\|", -1)) {
            if (!alternative.isBlank()) {
                expand(named(alternative.strip(), endings), forms);
            }
        }
        return forms;
    }

    private static String named(String cell, Map<String, String> endings) {
        String filled = cell;
        for (Map.Entry<String, String> ending : endings.entrySet()) {
            filled = filled.replace(ending.getKey(), '{' + ending.getValue() + '}');
        }
        return filled;
    }

    private static void expand(String form, List<String> out) {
        int open = form.indexOf('{');
        int close = form.indexOf('}', open);
        if (open < 0 || close < 0) {
            out.add(form);
            return;
        }
        for (String ending : form.substring(open + 1, close).split(",", -1)) {
            expand(form.substring(0, open) + ending.strip() + form.substring(close + 1), out);
        }
    }
}
