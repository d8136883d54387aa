package org.tallywire.ingest.courts.sudrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.tallywire.avro.Charge;
import org.tallywire.ingest.courts.cases.PartyCounts;
import org.tallywire.ingest.courts.charges.ChargeGrammar;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * The persons of a list cell, counted and dropped. Registers with charges write {@code <name> - <charges>} for each
 * defendant; others write labelled lines with names behind them.
 */
final class Persons {
    /** Role of those who stand with charges. */
    static final String DEFENDANT = "defendant";

    private static final String BREAK = "\u0001";
    private static final Pattern LABEL = Pattern.compile("^(\\p{Lu}[\\p{L}()/,. -]{1,70}?)\\s*:\\s*(.*)$");
    private static final Pattern NEXT_LABEL = Pattern.compile(
            "(?<=[;.,])\\s*(?=(?:\\p{Lu}[\\p{Lu}()/, -]{2,60}|\\p{Lu}\\p{Ll}{3,20}(?: \\p{Ll}{3,20})*)\\s?:)");
    private static final Pattern NAMES = Pattern.compile("[,;](?=(?:[^«\"]*[«\"][^»\"]*[»\"])*[^»\"]*$)");
    private static final Pattern CHARGES = Pattern.compile(";(?![^«]*»)");
    private static final List<List<String>> ROLES = WordTable.rows(Persons.class, "roles.tsv", 2);
    private static final List<List<String>> LABELS = WordTable.rows(Persons.class, "labels.tsv", 2);

    private final Register register;
    private final PartyCounts parties = new PartyCounts();
    private final List<Charge> charges = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int defendants;
    private String role = "";

    Persons(Register register) {
        this.register = register;
    }

    PartyCounts parties() {
        return parties;
    }

    List<Charge> charges() {
        return charges;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Takes a cell of a list. */
    Persons cell(Element cell) {
        Element copy = cell.clone();
        copy.select("br").forEach(br -> br.replaceWith(new TextNode(BREAK)));
        copy.select("div, p, li, tr").forEach(block -> block.prepend(BREAK).append(BREAK));
        for (String line : copy.text().split(BREAK)) {
            for (String labelled : NEXT_LABEL.split(Plain.text(line))) {
                line(labelled.strip());
            }
        }
        close();
        return this;
    }

    /** Role of a party in our words; {@code party} if the table does not know the register's. */
    static String role(String words) {
        String lower = Plain.text(words).toLowerCase(Locale.ROOT).replace('ё', 'е');
        return ROLES.stream()
                .filter(row -> lower.startsWith(row.get(1).replace('ё', 'е')))
                .map(row -> row.get(0))
                .findFirst()
                .orElse("party");
    }

    /** True if the register hides who it is. */
    static boolean hidden(String name) {
        return name.toLowerCase(Locale.ROOT).contains("скрыт");
    }

    private void line(String line) {
        Matcher label = LABEL.matcher(line);
        boolean charged = register.hasCharges() || ChargeGrammar.start(line) > 0;
        if (label.matches() && ChargeGrammar.start(label.group(1)) < 0) {
            labelled(label.group(1), label.group(2));
        } else if (!role.isEmpty() && !register.hasCharges()) {
            names(line);
        } else if (charged) {
            for (String piece : CHARGES.split(line)) {
                piece(piece.strip());
            }
        } else if (!line.isEmpty()) {
            role = "party";
            names(line);
        }
    }

    private void labelled(String label, String rest) {
        String lower = label.toLowerCase(Locale.ROOT).replace('ё', 'е');
        boolean skipped = LABELS.stream().anyMatch(row -> lower.startsWith(row.get(1)));
        role = skipped ? "" : role(lower);
        if (role.equals("party")) {
            warnings.add("unknown label in a list cell");
        }
        names(rest);
    }

    private void names(String text) {
        if (role.isEmpty()) {
            return;
        }
        for (String name : NAMES.split(text)) {
            parties.add(role, name.isBlank() ? 0 : 1, hidden(name));
        }
    }

    /** A piece with words before its first article opens a person; one without continues the person's charges. */
    private void piece(String piece) {
        int start = ChargeGrammar.start(piece);
        if (piece.isEmpty()) {
            return;
        }
        String name = start < 0 ? piece : piece.substring(0, start).replaceAll("[\\s\\-–—]+$", "");
        if (!name.isEmpty()) {
            close();
            defendants++;
            parties.add(DEFENDANT, 1, hidden(name));
        }
        if (start >= 0) {
            open.append(piece, start, piece.length()).append(';');
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            charges.addAll(ChargeGrammar.charges(open.toString(), register.act(), defendants));
            open.setLength(0);
        }
    }
}
