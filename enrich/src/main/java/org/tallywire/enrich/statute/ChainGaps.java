package org.tallywire.enrich.statute;

import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/** Passes by what may stand between two numbers of a citation: commas, links, dashes, and words in parentheses that explain an article. */
final class ChainGaps {
    private static final int LONGEST_GLOSS = 25;

    private final Tokens tokens;
    private final Labels labels;
    /** True if more than words in parentheses stood in the last gap. */
    boolean broken;

    ChainGaps(Tokens tokens, Labels labels) {
        this.tokens = tokens;
        this.labels = labels;
    }

    /** The token behind the gap at token i; words in parentheses count only behind an article. */
    int after(int i, boolean behindArticle) {
        broken = false;
        int at = i;
        for (int passed = 0; passed < 4; passed++) {
            int next = behindArticle ? gloss(at) : at;
            if (next == at && separator(at)) {
                broken |= !opens(at);
                next = at + Math.max(1, labels.length(tokens, at));
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private boolean separator(int i) {
        boolean sign = tokens.is(i, ',') || tokens.is(i, ';') || tokens.is(i, '-') || tokens.is(i, ')') || opens(i);
        return sign || labels.is(Kind.LINK, tokens, i);
    }

    private boolean opens(int i) {
        return tokens.is(i, '(') && (labels.is(Kind.PART, tokens, i + 1) || labels.is(Kind.POINT, tokens, i + 1));
    }

    /** The token behind words in parentheses that explain an article; i itself if there are none. */
    private int gloss(int i) {
        if (!tokens.is(i, '(') || opens(i)) {
            return i;
        }
        for (int j = i + 1; j < Math.min(tokens.size(), i + LONGEST_GLOSS); j++) {
            if (tokens.is(j, ')')) {
                return j + 1;
            }
        }
        return i;
    }
}
