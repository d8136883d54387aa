package org.tallywire.ingest.courts.sudrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseStages;
import org.tallywire.ingest.courts.words.Outcomes;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.PublicWords;

/**
 * The card of one case at one instance, of either generation: its number and the table of the case. Without both there is
 * no card, however many words of one the page has.
 */
record CardPage(String heading, CardTables tables) {
    private static final String PARSER = "sudrf-card/1";
    private static final Pattern HEADING =
            Pattern.compile("(?:ДЕЛО|ПРОИЗВОДСТВО|МАТЕРИАЛ)\\p{L}*\\s*№\\s*[^ ].{0,120}");
    private static final Pattern ACT = Pattern.compile("Судебный акт #\\d+\\s*\\(([^)]*)\\)");

    /** Null: the page is no card. */
    static @Nullable CardPage find(PageContext context) {
        CardTables tables = CardTables.of(context.page());
        String heading = heading(context);
        boolean card =
                !tables.facts().isEmpty() && !CaseNumber.parse(heading).number().isEmpty();
        return card ? new CardPage(heading, tables) : null;
    }

    private static String heading(PageContext context) {
        Element marked = context.page().selectFirst(".casenumber, .case-num, .case_num");
        if (marked != null) {
            return Plain.text(marked.text());
        }
        Matcher written = HEADING.matcher(Plain.text(context.page().body().text()));
        return written.find() ? written.group() : "";
    }

    CourtRecord record(PageContext context) {
        CaseNumber number = CaseNumber.parse(heading);
        Register register = register(context);
        String uid = CaseUid.plain(tables.fact("уникальный идентификатор дела"));
        UidCheck check = CaseUid.check(uid);
        LocalDate filed = RegisterDay.of(tables.fact("дата поступления", "дата регистрации"));
        LocalDate decided = RegisterDay.of(tables.fact("дата рассмотрения", "дата решения"));
        LocalDate inForce =
                RegisterDay.of(tables.fact("дата вступления в законную силу", "дата вступления решения в силу"));
        String outcome = tables.fact("результат рассмотрения", "решение", "результат");
        CardEvents events = CardEvents.of(tables, context.today());
        CardPersons persons = CardPersons.of(tables, register);
        List<CaseEvent> movement = events.list();
        CourtRecord.Builder record = context.record(
                        key(context, register, number), register.by(persons.charges()), PARSER)
                .setCaseNumber(number.number())
                .setCaseNumberAliases(aliases(number, uid, check))
                .setCaseKey(check == UidCheck.VALID ? uid : null)
                .setUidCheck(check)
                .setFiled(filed)
                .setDecided(decided)
                .setInForce(inForce)
                .setEventDate(CaseStages.eventDate(filed, decided, movement))
                .setCharges(persons.charges())
                .setParties(persons.parties())
                .setDefendantResults(persons.results())
                .setEvents(movement)
                .setStage(CaseStages.of(filed, decided, inForce, Outcomes.of(outcome), movement))
                .setOutcome(Outcomes.of(outcome))
                .setOutcomeRaw(PublicWords.mask(outcome))
                .setUrl(context.url())
                .setCardReadAt(context.payload().fetchedAt())
                .setWarnings(warnings(context, outcome, check, events));
        return act(record, context).build();
    }

    private static Register register(PageContext context) {
        Register known = Register.of(context.parameter("delo_id", "delo_id="));
        if (known != Register.UNKNOWN) {
            return known;
        }
        Register other = Register.of(context.parameter("delo_id", "_deloId="));
        Element title = context.page().selectFirst("div.title, .case-title, .title");
        return other != Register.UNKNOWN || title == null ? other : Register.byTitle(title.text());
    }

    /** The number in the court's database; a saved page without any address is known by its case number. */
    private static String key(PageContext context, Register register, CaseNumber number) {
        String id = context.parameter("case_id", "case_id=");
        id = id.isEmpty() ? context.parameter("case_id", "name_op=case&_id=") : id;
        return (register.deloId().isEmpty() ? "-" : register.deloId()) + "/" + (id.isEmpty() ? number.number() : id);
    }

    private List<String> aliases(CaseNumber number, String uid, UidCheck check) {
        Set<String> aliases = new LinkedHashSet<>(number.aliases());
        CaseNumber previous = CaseNumber.parse(tables.fact("номер по предыдущей регистрации"));
        aliases.add(previous.number());
        aliases.addAll(previous.aliases());
        if (check == UidCheck.BAD_CHECKSUM || check == UidCheck.BAD_SHAPE) {
            aliases.add(uid.matches("[0-9A-Z-]{12,40}") ? uid : PublicWords.mask(uid));
        }
        aliases.remove("");
        aliases.remove(number.number());
        return List.copyOf(aliases);
    }

    private static CourtRecord.Builder act(CourtRecord.Builder record, PageContext context) {
        Matcher act = ACT.matcher(Plain.text(context.page().body().text()));
        if (act.find()) {
            record.setHasAct(true).setActKind(PublicWords.mask(act.group(1)));
        } else if (!context.page()
                .select("[id^=cont_doc], [id^=tab_content_Document]")
                .isEmpty()) {
            record.setHasAct(true);
        }
        return record;
    }

    private static List<String> warnings(PageContext context, String outcome, UidCheck check, CardEvents events) {
        List<String> warnings = new ArrayList<>();
        if (Outcomes.of(outcome) == Outcome.UNKNOWN) {
            warnings.add("unknown outcome words");
        }
        if (check == UidCheck.BAD_CHECKSUM || check == UidCheck.BAD_SHAPE) {
            warnings.add("identifier of the case: " + check);
        }
        if (events.unknown() > 0) {
            warnings.add("events of unknown type: " + events.unknown());
        }
        Map<String, String> query = Links.query(context.url());
        if (query.getOrDefault("case_id", "").isEmpty()) {
            warnings.add("address of the card not known");
        }
        return warnings;
    }
}
