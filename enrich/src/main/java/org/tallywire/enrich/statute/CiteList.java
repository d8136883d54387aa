package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;

/** The articles of a citation; parts and points before an article wait for it. */
final class CiteList {
    private final List<Cite> cites = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private boolean note;

    List<Cite> cites() {
        return cites;
    }

    boolean isEmpty() {
        return cites.isEmpty();
    }

    /** Adds an article, with the parts and points that wait for it. */
    void open(Numeral numeral) {
        Cite cite = new Cite(numeral);
        cite.parts.addAll(parts);
        cite.points.addAll(points);
        cite.note = note;
        cites.add(cite);
    }

    /** What waited has found its article. */
    void settle() {
        parts.clear();
        points.clear();
    }

    /** Adds parts to the last article, or lets them wait for the next one. */
    void parts(List<String> found, boolean wait) {
        (waits(wait) ? parts : cites.getLast().parts).addAll(found);
    }

    /** The same for points. */
    void points(List<String> found, boolean wait) {
        (waits(wait) ? points : cites.getLast().points).addAll(found);
    }

    private boolean waits(boolean wait) {
        return cites.isEmpty() || !parts.isEmpty() || !points.isEmpty() || wait;
    }

    /** A note belongs to the last article, or waits for the next one. */
    void note(boolean wait) {
        if (cites.isEmpty() || wait) {
            note = true;
        } else {
            cites.getLast().note = true;
        }
    }

    void settleNote() {
        note = false;
    }
}
