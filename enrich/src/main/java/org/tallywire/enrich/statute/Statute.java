package org.tallywire.enrich.statute;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry.
 *
 * @param key statute key, e.g. {@code ru/uk/a337/p5}
 * @param from first day in force; null: with its act
 * @param to first day out of force; null: still in force
 * @param parts numbers of its parts; empty: not recorded
 * @param en short title in English
 * @param ru in Russian
 * @param uk in Ukrainian
 */
public record Statute(
        String key,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<String> parts,
        String en,
        String ru,
        String uk) {
    /** True if it is in force on this day. */
    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** Title in a language by its two-letter tag; English for any other. */
    public String title(String language) {
        return switch (language) {
            case "ru" -> ru;
            case "uk" -> uk;
            default -> en;
        };
    }
}
