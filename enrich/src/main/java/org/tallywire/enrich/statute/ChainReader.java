package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/**
 * Reads labelled numbers in either order: {@code п. «а» ч. 2 ст. 105}, {@code ст.280.4 ч.2 п.п.а,в}, {@code Part 5 of Article 337},
 * {@code статьи 280 и 282}, {@code 337-я статья}. Parts and points before an article wait for it; behind an article they belong
 * to it, unless another article follows them at once.
 */
final class ChainReader {
    private static final int LONGEST_GLOSS = 25;
    private static final int MOST = 40;
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
        Pass pass = new Pass(tokens, i);
        pass.run();
        return pass.cites.isEmpty() ? null : new Chain(pass.cites, i, pass.after);
    }

    /** One reading of one citation. */
    private final class Pass {
        private final Tokens tokens;
        private final List<Cite> cites = new ArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private final List<String> points = new ArrayList<>();
        private boolean note;
        private boolean broken;
        private int at;
        private int after;

        Pass(Tokens tokens, int at) {
            this.tokens = tokens;
            this.at = at;
        }

        void run() {
            boolean going = element();
            while (going && cites.size() < MOST) {
                after = cites.isEmpty() ? after : at;
                int from = at;
                broken = false;
                separators();
                going = at < tokens.size() && (element() || bareNumber(from));
            }
        }

        /** Commas, links, dashes and glosses between two elements. */
        private void separators() {
            for (int passed = 0; passed < 4; passed++) {
                int next = gloss(at);
                if (next == at && separator(at)) {
                    broken |= !opens(at);
                    next = at + Math.max(1, labels.length(tokens, at));
                }
                if (next == at) {
                    return;
                }
                at = next;
            }
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
            if (cites.isEmpty() || !tokens.is(i, '(') || opens(i)) {
                return i;
            }
            for (int j = i + 1; j < Math.min(tokens.size(), i + LONGEST_GLOSS); j++) {
                if (tokens.is(j, ')')) {
                    return j + 1;
                }
            }
            return i;
        }

        private boolean element() {
            Label label = labels.at(tokens, at);
            if (label == null || label.kind() == Kind.LINK) {
                return numberFirst();
            }
            return switch (label.kind()) {
                case ARTICLE -> article(labels.after(tokens, at));
                case PART -> part(labels.after(tokens, at));
                case POINT -> point(labels.after(tokens, at));
                case NOTE -> noted();
                case ORDINAL -> ordinalFirst(label.value());
                default -> false;
            };
        }

        private boolean article(int from) {
            List<Numeral> numerals = numerals(from);
            if (numerals.isEmpty() || dated(at)) {
                return false;
            }
            numerals.forEach(this::open);
            parts.clear();
            points.clear();
            note = false;
            return true;
        }

        private void open(Numeral numeral) {
            Cite cite = new Cite(numeral);
            cite.parts.addAll(parts);
            cite.points.addAll(points);
            cite.note = note;
            cites.add(cite);
        }

        /** Numbers parted by commas and links; moves behind the last. */
        private List<Numeral> numerals(int from) {
            List<Numeral> found = numeralLists.read(tokens, from, tokens.folded(at));
            at = found.isEmpty() ? at : found.getLast().after();
            return found;
        }

        /** True if a year or month follows: "статья 2022 года", "статья 5 января". */
        private boolean dated(int i) {
            return labels.is(Kind.YEAR, tokens, i) || labels.is(Kind.MONTH, tokens, i);
        }

        private boolean part(int from) {
            List<String> found = new ArrayList<>();
            int i = from;
            Label ordinal = labels.at(tokens, i);
            if (ordinal != null && ordinal.kind() == Kind.ORDINAL) {
                found.add(String.valueOf(ordinal.value()));
                at = i + labels.length(tokens, i);
            } else {
                numerals(i).forEach(numeral -> add(numeral, found));
            }
            if (found.isEmpty()) {
                return false;
            }
            place(found, true);
            return true;
        }

        private void add(Numeral numeral, List<String> found) {
            found.add(numeral.text().replace('-', '.'));
            for (int n = numeral.whole() + 1; n <= Math.min(numeral.rangeTo(), numeral.whole() + 9); n++) {
                found.add(String.valueOf(n));
            }
        }

        private boolean ordinalFirst(int value) {
            int label = at + labels.length(tokens, at);
            if (!labels.is(Kind.PART, tokens, label)) {
                return false;
            }
            at = labels.after(tokens, label);
            place(List.of(String.valueOf(value)), true);
            return true;
        }

        private boolean point(int from) {
            int i = from;
            while (labels.is(Kind.POINT, tokens, i)) {
                i = labels.after(tokens, i);
            }
            List<String> found = new ArrayList<>();
            int after = pointLists.read(tokens, i, found);
            if (found.isEmpty()) {
                return false;
            }
            at = after;
            place(found, false);
            return true;
        }

        private boolean noted() {
            at = labels.after(tokens, at);
            if (cites.isEmpty() || labels.is(Kind.LINK, tokens, at)) {
                note = true;
            } else {
                cites.getLast().note = true;
            }
            return true;
        }

        private void place(List<String> found, boolean arePart) {
            boolean waiting = !parts.isEmpty() || !points.isEmpty();
            boolean waits = cites.isEmpty() || waiting || (broken && articleFollows());
            List<String> target =
                    waits ? (arePart ? parts : points) : arePart ? cites.getLast().parts : cites.getLast().points;
            target.addAll(found);
        }

        private boolean articleFollows() {
            int i = at;
            while (labels.is(Kind.LINK, tokens, i)) {
                i++;
            }
            return labels.is(Kind.ARTICLE, tokens, i)
                    || labels.is(Kind.PART, tokens, i)
                    || (Numeral.at(tokens, i) != null && i == at && numberedArticle(i));
        }

        private boolean numberedArticle(int i) {
            Numeral numeral = Numeral.at(tokens, i);
            return numeral != null && labels.is(Kind.ARTICLE, tokens, numeral.after());
        }

        /** "337-я статья", "по 5 части 337 статьи": the number stands before its label. */
        private boolean numberFirst() {
            Numeral numeral = Numeral.at(tokens, at);
            if (numeral == null) {
                return false;
            }
            int label = numeral.after();
            int next = labels.after(tokens, label);
            boolean ordinal = tokens.is(label - 1, Tokens.Kind.WORD);
            if (Numeral.at(tokens, next) != null && !numberedArticle(next)) {
                return false;
            }
            if (labels.is(Kind.ARTICLE, tokens, label) && (ordinal || numeral.whole() >= 100)) {
                at = next;
                open(numeral);
                parts.clear();
                points.clear();
                return true;
            }
            boolean part = labels.is(Kind.PART, tokens, label) && (ordinal || numeral.whole() < 10);
            if (part) {
                at = next;
                place(List.of(numeral.text()), true);
            }
            return part;
        }

        /** A further article without a label behind a gloss: "статьям 337 (самовольное оставление) и 338". */
        private boolean bareNumber(int from) {
            Numeral numeral = Numeral.at(tokens, at);
            boolean listed =
                    numeral != null && !cites.isEmpty() && broken && tokens.is(from, '(') && numeral.whole() > 20;
            if (!listed || numeral == null) {
                return false;
            }
            at = numeral.after();
            open(numeral);
            return true;
        }
    }
}
