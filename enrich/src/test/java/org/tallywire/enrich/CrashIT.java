package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Article;
import org.tallywire.avro.Entities;
import org.tallywire.enrich.story.SyntheticArticle;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.ChildJvm;
import org.tallywire.schemas.local.LocalKafka;

/**
 * A process of the service is killed (kill -9) again and again while copies of 200 texts arrive, every second time with the loss
 * of its disk: every copy bears the id of the text that came before the first kill, and each document is written once.
 * {@code -Dcrash.kills=20} sets how often, {@code -Dcrash.seed} when.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 4);
    private static final int TEXTS = 200;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Random random = new Random(Long.getLong("crash.seed", 5));
    private final Map<String, String> leaders = new TreeMap<>();

    @Test
    @Timeout(600)
    void aCopyBearsTheIdOfTheFirstHoweverOftenTheProcessDies(@TempDir Path dir) throws Exception {
        try (LocalKafka kafka = new LocalKafka(dir)) {
            Process process = start(kafka, dir.resolve("life-0"));
            try {
                carry(kafka, 0);
                LocalKafka.await("all texts are placed", () -> leaders.equals(stories(kafka)));
                for (int kill = 1; kill <= KILLS; kill++) {
                    carry(kafka, kill);
                    Thread.sleep(random.nextInt(1_500));
                    process.destroyForcibly().waitFor();
                    process = start(kafka, dir.resolve("life-" + kill / 2));
                    int placed = kafka.latest(Topics.ENTITIES).size();
                    LocalKafka.await(
                            "it goes on", () -> kafka.latest(Topics.ENTITIES).size() > placed || all(kafka));
                }
                carry(kafka, KILLS + 1);
                LocalKafka.await("all copies are placed", () -> all(kafka));
                assertEquals(leaders, stories(kafka), "document and the first of its story");
                Map<Integer, Long> times = kafka.written(Topics.ENTITIES).values().stream()
                        .collect(Collectors.groupingBy(n -> n, Collectors.counting()));
                assertEquals(Map.of(1, (long) leaders.size()), times, "times written, documents");
                assertTrue(process.isAlive(), "the child died by itself, see target/crash-child.log");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private boolean all(LocalKafka kafka) {
        return kafka.latest(Topics.ENTITIES).size() == leaders.size();
    }

    private static Process start(LocalKafka kafka, Path state) throws IOException {
        Map<String, String> environment = kafka.variables(Map.of("STATE_DIR", state.toString()));
        return ChildJvm.of(EnrichChild.class, environment, Path.of("target", "crash-child.log"), "-Xmx384m")
                .start();
    }

    /** One more outlet carries all the texts, each with an appeal of its own. */
    private void carry(LocalKafka kafka, int outlet) {
        for (int n = 0; n < TEXTS; n++) {
            SyntheticArticle text = new SyntheticArticle(n);
            String id = "news:" + outlet + ":" + n;
            Article article = Article.newBuilder()
                    .setId(id)
                    .setOutlet("o" + outlet)
                    .setLanguage("en")
                    .setText(text.appealAdded(text.sentences()).concat(" No. " + outlet))
                    .setEventDate(TODAY)
                    .build();
            leaders.put(id, "news:0:" + n);
            kafka.put(Topics.ARTICLES, id, article);
        }
        kafka.flush();
    }

    private static Map<String, String> stories(LocalKafka kafka) {
        return kafka.latest(Topics.ENTITIES).values().stream()
                .collect(Collectors.toMap(Entities::getDocumentId, Entities::getStory));
    }
}
