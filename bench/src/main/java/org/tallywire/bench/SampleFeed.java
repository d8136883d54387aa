package org.tallywire.bench;

import java.nio.charset.StandardCharsets;

/** An RSS 2.0 feed of invented Cyrillic news: 100 items, each with the elements that news sites write. */
final class SampleFeed {
    static final int ITEMS = 100;

    private static final String SENTENCE =
            "Гарнизонный суд рассмотрел дело о самовольном оставлении части и назначил наказание, защита подаст жалобу. ";

    private SampleFeed() {}

    static byte[] bytes() {
        StringBuilder feed = new StringBuilder(200_000)
                .append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Дозор</title>")
                .append("<link>https://dozor.example/</link><description>Новости судов</description><ttl>30</ttl>\n");
        for (int i = 0; i < ITEMS; i++) {
            feed.append(item(i));
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(int i) {
        return "<item><title>Суд вынес приговор по делу № %d</title><link>https://dozor.example/news/%d?a=1&amp;b=2</link>"
                        .formatted(100 + i, i)
                + "<guid isPermaLink=\"false\">tag:dozor.example,2024:%d</guid>".formatted(i)
                + "<pubDate>Mon, 02 Dec 2024 %02d:%02d:00 +0300</pubDate>".formatted(i % 24, i % 60)
                + "<dc:creator>Иван Ветров</dc:creator><category>Суды</category>"
                + "<description><![CDATA[<p>" + SENTENCE.repeat(2) + "</p>]]></description>"
                + "<content:encoded><![CDATA[<p>" + SENTENCE.repeat(3) + "</p><p>" + SENTENCE.repeat(2)
                + "</p>]]></content:encoded></item>\n";
    }
}
