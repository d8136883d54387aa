package org.tallywire.dashboard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.dashboard.view.DayRow;
import org.tallywire.dashboard.view.SeriesRow;
import org.tallywire.dashboard.view.SummaryRow;
import org.tallywire.dashboard.view.View;

/** The JSON replies under {@code /api}. Each list stands under a name, so that fields can be added beside it. */
final class Api {
    /** The value of {@code /api/series/{id}/days}. */
    record Days(SeriesRow series, List<DayRow> days) {}

    /** The value of {@code /api/summary}; {@code feed} says in words why it is not ready. */
    record Summary(boolean ready, String feed, SummaryRow totals) {}

    private final View view;
    private final Feed feed;

    Api(View view, Feed feed) {
        this.view = view;
        this.feed = feed;
    }

    /** Lists are JSON arrays of rows; {@code days} and {@code summary} are objects. */
    Reply answer(Request request) {
        List<String> path = request.path();
        return switch (path.size() == 2 ? path.get(1) : "") {
            case "claims" -> Json.reply(view.claims());
            case "alerts" -> Json.reply(view.alerts());
            case "sources" -> Json.reply(view.sources());
            case "summary" -> Json.reply(new Summary(feed.ready().isEmpty(), feed.ready(), view.summary()));
            default ->
                path.size() > 1 && path.get(1).equals("series")
                        ? series(request)
                        : Reply.notFound("there are /api/summary, series, series/{id}/days, claims, alerts, sources");
        };
    }

    private Reply series(Request request) {
        List<String> path = request.path();
        if (path.size() == 2) {
            return Json.reply(view.series());
        }
        SeriesRow series = view.series(path.get(2));
        if (series == null
                || path.size() > 4
                || (path.size() == 4 && !path.get(3).equals("days"))) {
            return Reply.notFound("no such series");
        }
        return path.size() == 3 ? Json.reply(series) : days(series, request);
    }

    private Reply days(SeriesRow series, Request request) {
        try {
            LocalDate from = day(request.query().get("from"), LocalDate.MIN);
            LocalDate to = day(request.query().get("to"), LocalDate.MAX);
            return Json.reply(new Days(series, view.days(series.id(), from, to)));
        } catch (DateTimeException e) {
            return Reply.badRequest("from and to are days such as 2026-01-31: " + e.getMessage());
        }
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return text == null || text.isEmpty() ? otherwise : LocalDate.parse(text);
    }
}
