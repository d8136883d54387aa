package org.tallywire.enrich.statute;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Tokens;

/**
 * Reads labelled numbers in either order: {@code п. «а» ч. 2 ст. 105}, {@code ст.280.4 ч.2 п.п.а,в}, {@code Part 5 of Article 337},
 * {@code статьи 280 и 282}, {@code 337-я статья}. Parts and points before an article wait for it; behind an article they belong
 * to it, unless another article follows them at once.
 */
final class ChainReader {
    private final Labels labels;
    private final NumeralLists numeralLists;
    private final PointLists pointLists;

    ChainReader(Labels labels) {
        this.labels = labels;
        numeralLists = new NumeralLists(labels);
        pointLists = new PointLists(labels);
    }

    /** The citation that begins at token i; null if none does. */
    @Nullable
    Chain read(Tokens tokens, int i) {
        return new ChainPass(tokens, labels, numeralLists, pointLists, i).read();
    }
}
