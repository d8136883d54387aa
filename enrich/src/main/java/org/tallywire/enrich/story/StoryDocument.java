package org.tallywire.enrich.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Hashes;
import org.tallywire.enrich.text.Tokens;

/**
 * What is kept of a document to know its copies.
 *
 * @param id document id
 * @param outlet who carries it: outlet id, or host
 * @param language two-letter tag of the text; copies are sought within one language
 * @param day event day
 * @param words words outside furniture
 * @param shingles distinct shingles
 * @param title hash of the normalised title; 0: no title
 * @param signature its MinHash signature
 * @param order its place in the order of arrival
 * @param leader first document of its group; itself when it leads or stands alone
 */
public record StoryDocument(
        String id,
        String outlet,
        String language,
        LocalDate day,
        int words,
        int shingles,
        long title,
        Signature signature,
        long order,
        String leader) {
    /** A text below this says too little by itself; only its title is compared. */
    static final int SHORT = 60;

    /** A document just read, not yet placed. */
    public static StoryDocument of(
            String id, String outlet, String language, LocalDate day, String title, Tokens text, Furniture furniture) {
        Shingles shingles = Shingles.of(text, furniture);
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        long hash = plain.isEmpty() ? 0 : Hashes.of(plain);
        int distinct = shingles.hashes().length;
        return new StoryDocument(
                id, outlet, language, day, shingles.words(), distinct, hash, Signature.of(shingles), 0, id);
    }

    StoryDocument placed(long place, String group) {
        return new StoryDocument(id, outlet, language, day, words, shingles, title, signature, place, group);
    }

    /** Keys of the buckets that may hold its copies. */
    List<String> buckets() {
        if (words < SHORT) {
            return title == 0 ? List.of() : List.of(language + "|t:" + Long.toHexString(title));
        }
        return signature.bands().stream().map(band -> language + '|' + band).toList();
    }
}
