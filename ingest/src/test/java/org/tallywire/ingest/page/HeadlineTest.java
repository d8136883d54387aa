package org.tallywire.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    private static String headline(String title, String body) {
        Document page = Jsoup.parse("<title>" + title + "</title>" + body);
        return Objects.requireNonNull(Headline.of(page)).text();
    }

    @Test
    void isTheHeadingThatBeginsThePagesTitle() {
        String body = "<h1>News</h1><h3>Ferry to the north isle is cancelled</h3><h3>Why the pier was shut</h3>";
        assertEquals(
                "Ferry to the north isle is cancelled",
                headline("Ferry to the north isle is cancelled - The Lantern", body));
    }

    @Test
    void isNoSectionThatAMenuLinksTo() {
        String body =
                "<ul><li><a href=/n>Новости суда</a></ul><h1>Новости суда</h1><h3><a href=/x>Другое дело о другом поле</a></h3>"
                        + "<h3>Фермер вернул через суд поле</h3><p>Суд решил так.</p>";
        assertEquals("Фермер вернул через суд поле", headline("Новости суда", body));
        assertEquals("Новости суда", headline("Новости суда", body.replace("<a href=/n>Новости суда</a>", "")));
    }

    @Test
    void mayBeLargeLettersOrABoxNamedSo() {
        String old =
                "<table><tr><td><font size=4><a href=/>The Causeway Mail</a></font><td><font size=5>Ferryman wins back his licence</font>";
        assertEquals("Ferryman wins back his licence", headline("The Causeway Mail", old));
        String named = "<div class=zag>Фермер отсудил поле у района</div><div>Суд решил так.</div>";
        assertEquals("Фермер отсудил поле у района", headline("Степной край", named));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Home / Courts / 19.06.2025, 15:12|19.06.2025, 15:12",
                "Опубліковано: 7 жовтня 2025, 16:10|7 жовтня 2025, 16:10",
                "June 3, 2025 at 14:05|June 3, 2025 at 14:05",
                "Tel. 8.000.2025|''",
                "The treaty of 3 June 2019 is at the heart of a dispute that has divided the two towns for years|''",
            })
    void aDateStandsBesideIt(String line, String date) {
        Document page =
                Jsoup.parse("<p>01.01.2020<table><tr><td>" + line + "<h1>Ferry is cancelled</h1><p>Text.</table>");
        assertEquals(date, Headline.date(page.selectFirst("h1")));
    }

    @Test
    void datesOfOtherArticlesAreLinks() {
        Document page =
                Jsoup.parse("<div><a href=/o>01.06.2025 Other</a><h1>Ferry</h1><a href=/p>02.06.2025</a></div>");
        assertEquals("", Headline.date(page.selectFirst("h1")));
    }
}
