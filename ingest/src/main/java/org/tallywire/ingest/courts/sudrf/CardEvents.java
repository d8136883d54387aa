package org.tallywire.ingest.courts.sudrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.tallywire.avro.CaseEvent;
import org.tallywire.ingest.courts.words.EventTypes;
import org.tallywire.ingest.courts.words.PublicWords;

/**
 * The movement of a case. Rooms and notes are not taken: notes are free text.
 *
 * @param list events in the order of the page
 * @param unknown events whose name the table does not know
 */
record CardEvents(List<CaseEvent> list, int unknown) {
    private static final List<String> NOT_THE_DAY = List.of("размещения", "времени");

    static CardEvents of(CardTables tables, LocalDate today) {
        List<CaseEvent> events = new ArrayList<>();
        for (Grid grid : tables.events()) {
            int name = grid.column(List.of("наименование события"), List.of());
            grid.body().forEach(row -> add(events, grid, row, name, "", today));
        }
        for (Grid grid : tables.appeals()) {
            int name = grid.column(List.of("событие"), List.of());
            grid.body().forEach(row -> add(events, grid, row, name, "APPEAL", today));
        }
        long unknown = events.stream().filter(e -> e.getType().equals("OTHER")).count();
        return new CardEvents(List.copyOf(events), (int) unknown);
    }

    private static void add(
            List<CaseEvent> events, Grid grid, List<Element> row, int name, String type, LocalDate today) {
        String words = Grid.cell(row, name);
        String result = Grid.cell(row, grid.column(List.of("результат"), List.of("основани")));
        LocalDate day = RegisterDay.of(Grid.cell(row, grid.column(List.of("дата"), NOT_THE_DAY)));
        if (words.isEmpty() && day == null) {
            return;
        }
        String known = type.isEmpty() ? EventTypes.of(words, result) : type;
        boolean ahead = known.equals("HEARING") && day != null && day.isAfter(today);
        String time = Grid.cell(row, grid.column(List.of("время"), List.of()));
        events.add(CaseEvent.newBuilder()
                .setType(ahead ? "HEARING_SET" : known)
                .setNameRaw(PublicWords.mask(words))
                .setDate(day)
                .setTime(time.matches("\\d{1,2}:\\d{2}(:\\d{2})?") ? time : "")
                .setResultRaw(PublicWords.mask(result))
                .setBasisRaw(PublicWords.mask(Grid.cell(row, grid.column(List.of("основани"), List.of()))))
                .setPosted(RegisterDay.of(Grid.cell(row, grid.column(List.of("размещения"), List.of()))))
                .build());
    }
}
