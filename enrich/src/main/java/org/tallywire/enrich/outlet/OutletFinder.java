package org.tallywire.enrich.outlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.furniture.FurnitureKind;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Finds who is named in an article and in what role: CITED source, the page's own outlet (SELF), or picture CREDIT; an official
 * body that says nothing is UNKNOWN. Safe to share between threads.
 */
public final class OutletFinder {
    private static final int CUE_REACH = 12;

    private final Catalogue catalogue;
    private final Cues cues;
    private final NameFinder names;
    private final Anaphora anaphora;

    /** A finder over the catalogue; both must be made over the same vocabulary. */
    public OutletFinder(Catalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        cues = new Cues(vocabulary);
        names = new NameFinder(catalogue, cues);
        anaphora = new Anaphora(vocabulary, cues);
    }

    /**
     * All mentions, by start.
     *
     * @param tokens the article
     * @param furniture its furniture: nothing there is cited
     * @param carrier outlet id or page address of who carries the article; empty: read from the furniture if it tells
     */
    public List<OutletMention> find(Tokens tokens, Furniture furniture, String carrier) {
        List<Candidate> named = names.find(tokens);
        Publisher self = self(named, furniture, carrier);
        List<Candidate> sources = named.stream()
                .filter(each -> !each.publisher().equals(self) && !furniture.masks(each.start()))
                .toList();
        List<Candidate> all = new ArrayList<>(named);
        all.addAll(anaphora.resolve(tokens, sources, furniture));
        all.sort(Comparator.comparingInt(Candidate::start));
        List<OutletMention> mentions = new ArrayList<>();
        for (Candidate each : all) {
            OutletRole role = role(tokens, each, self, furniture.kindAt(each.start()));
            if (role != null) {
                mentions.add(each.mention(tokens, role));
            }
        }
        return mentions;
    }

    /** Whose page it is: the carrier given, else the newsroom that its appeals or its original address name. */
    private @Nullable Publisher self(List<Candidate> named, Furniture furniture, String carrier) {
        if (!carrier.isEmpty()) {
            Publisher given = catalogue.byId(carrier);
            return given != null ? given : catalogue.byUrl(carrier);
        }
        for (Candidate each : named) {
            FurnitureKind kind = furniture.kindAt(each.start());
            boolean newsroom = each.publisher().kind() == PublisherKind.OUTLET
                    || each.publisher().kind() == PublisherKind.AGENCY;
            if (newsroom && (kind == FurnitureKind.APPEAL || kind == FurnitureKind.ORIGINAL)) {
                return each.publisher();
            }
        }
        return null;
    }

    private @Nullable OutletRole role(
            Tokens tokens, Candidate each, @Nullable Publisher self, @Nullable FurnitureKind furniture) {
        if (furniture == FurnitureKind.CREDIT) {
            return OutletRole.CREDIT;
        }
        if (each.publisher().equals(self)) {
            return OutletRole.SELF;
        }
        if (furniture != null) {
            return null;
        }
        boolean silent = each.publisher().kind() == PublisherKind.OFFICIAL
                && each.after() > each.first()
                && !cues.near(tokens, each.first(), each.after(), CUE_REACH);
        return silent ? OutletRole.UNKNOWN : OutletRole.CITED;
    }
}
