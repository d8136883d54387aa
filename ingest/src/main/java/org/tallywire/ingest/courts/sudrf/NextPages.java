package org.tallywire.ingest.courts.sudrf;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Proceeding;

/** What is to be fetched after a list: its next page, and the cards that the source asks for. */
final class NextPages {
    private static final Pattern PAGE = Pattern.compile("([?&]_?page=)(\\d+)");
    private static final int LATELY_DAYS = 60;

    private NextPages() {}

    static List<String> of(ListPage list, PageContext context, List<CourtRecord> records) {
        Set<String> next = new LinkedHashSet<>();
        Matcher page = PAGE.matcher(context.url());
        if (list.hasNext() && page.find()) {
            int number = Integer.parseInt(page.group(2)) + 1;
            next.add(page.replaceFirst("$1" + number));
        }
        String cards = context.source().getOptions().getOrDefault("cards", "criminal");
        for (CourtRecord record : records) {
            if (record.getUrl().startsWith("http") && wanted(cards, record, context.today())) {
                next.add(record.getUrl());
            }
        }
        return List.copyOf(next);
    }

    /** Criminal detail is worth a card while a case is open or its decision is young. */
    private static boolean wanted(String cards, CourtRecord record, LocalDate today) {
        LocalDate inForce = record.getInForce();
        boolean moving = inForce == null || inForce.isAfter(today.minusDays(LATELY_DAYS));
        return switch (cards) {
            case "all" -> true;
            case "criminal" -> record.getProceeding() == Proceeding.CRIMINAL && moving;
            default -> false;
        };
    }
}
