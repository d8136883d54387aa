package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Article;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.stream.StreamsSettings;

class EnrichTopologyTest {
    private static final Registry REGISTRY = Registry.of("memory:enrich");
    private static final Extractor EXTRACTOR = new Extractor();

    @TempDir
    private Path dir;

    private Topology topology;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        StreamsSettings settings = StreamsSettings.from(
                new Environment(Map.of("REGISTRY_URL", "memory:enrich", "STATE_DIR", dir.toString())), "enrich");
        topology = EnrichTopology.build(settings.builder(), REGISTRY, EXTRACTOR);
        Properties properties = settings.properties();
        // under exactly-once the driver, unlike a broker, drops what the exception handler writes
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology, properties);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void thePictureIsTheGoldenOne() throws Exception {
        String golden =
                new String(getClass().getResourceAsStream("topology.txt").readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(golden.strip(), topology.describe().toString().strip());
    }

    @Test
    void aWithdrawnDocumentTakesItsEntitiesWithIt() {
        put(
                Topics.ARTICLES,
                "news:s:1",
                Article.newBuilder().setId("news:s:1").setText("Nothing here.").build());
        put(Topics.ARTICLES, "news:s:1", null);
        put(Topics.COURT_RECORDS, "court:x:1", null);
        Map<String, Entities> latest = entities().readKeyValuesToMap();
        assertEquals(Set.of("news:s:1", "court:x:1"), latest.keySet());
        assertNull(latest.get("news:s:1"));
        assertNull(latest.get("court:x:1"));
    }

    @Test
    void aCopyBearsTheIdOfTheFirstAndAnotherTextItsOwn() {
        String text =
                "The garrison court heard case after case this week, its clerk recalled, and the benches in the corridor "
                        + "filled with mothers who had come by night train from four regions to see their sons for an hour. Lawyers said "
                        + "that the hearings had become so short that some of them no longer sat down, and that verdicts were read out "
                        + "before the lift came. Nobody at the court would speak on the record about the pace of the trials.";
        put(Topics.ARTICLES, "news:a:1", article("news:a:1", "a", text));
        put(Topics.ARTICLES, "news:b:1", article("news:b:1", "b", text + " Subscribe to our newsletter."));
        put(Topics.ARTICLES, "news:c:1", article("news:c:1", "c", "Another text. ".repeat(40)));
        assertEquals(
                List.of("news:a:1", "news:a:1", "news:c:1"),
                entities().readValuesToList().stream().map(Entities::getStory).toList());
    }

    private static final List<String> SENTENCES = List.of(
            "The harbour office counted every barge that left the quay before the ice came in from the northern bay.",
            "Its keeper had done so for thirty winters, and nobody in the town could remember a figure that was wrong.",
            "Merchants paid a small fee for the list, which hung behind glass beside the door of the customs house.",
            "When the ledger went missing in March, three families accused each other of having burned it for warmth.",
            "A retired pilot wrote the names of the ships down again from memory and swore to them before a notary.",
            "Archivists later compared his pages with insurance papers and found two vessels that he had forgotten.",
            "Both had sunk in the same storm, with cargoes of lamp oil and printed cotton bound for the eastern market.",
            "The museum now shows the second list next to a photograph of the pilot and his blind old dog.");

    private static String sentences(int from, int to) {
        return String.join(" ", SENTENCES.subList(from, to));
    }

    @Test
    void aTextThatLinksTwoGroupsBringsAllTheirMembersUnderOneLeader() {
        List<KeyValue<String, Entities>> once = linkTwoGroups();
        Map<String, String> latest = new HashMap<>();
        once.forEach(each -> latest.put(each.key, each.value == null ? "withdrawn" : each.value.getStory()));
        assertEquals(
                Map.of(
                        "news:a:1", "news:a:1",
                        "news:b:1", "news:a:1",
                        "news:c:1", "news:a:1",
                        "news:d:1", "news:a:1",
                        "news:w:1", "withdrawn"),
                latest);
        driver.close();
        start();
        assertEquals(once, linkTwoGroups(), "a replay gives the same records in the same order");
    }

    /** Two halves of a text, each with a copy, then the whole; one copy of the second half is withdrawn before. */
    private List<KeyValue<String, Entities>> linkTwoGroups() {
        put(Topics.ARTICLES, "news:a:1", article("news:a:1", "a", sentences(0, 4)));
        put(Topics.ARTICLES, "news:b:1", article("news:b:1", "b", sentences(4, 8)));
        put(Topics.ARTICLES, "news:c:1", article("news:c:1", "c", sentences(4, 8)));
        put(Topics.ARTICLES, "news:w:1", article("news:w:1", "w", sentences(4, 8)));
        put(Topics.ARTICLES, "news:w:1", null);
        put(Topics.ARTICLES, "news:d:1", article("news:d:1", "d", sentences(0, 8)));
        return entities().readKeyValuesToList();
    }

    private static Article article(String id, String outlet, String text) {
        return Article.newBuilder()
                .setId(id)
                .setOutlet(outlet)
                .setLanguage("en")
                .setText(text)
                .setEventDate(LocalDate.of(2026, 1, 12))
                .build();
    }

    @Test
    void aParagraphThatRecursOnAHostGivesNoClaimAndOneOfSeveralHostsDoes() {
        String box = "Our podcast tells how courts jailed 4,121 soldiers in 2023.";
        put(Topics.ARTICLES, "news:a:1", onHost("news:a:1", "a.example", 10, sentences(0, 2) + "\n" + box));
        put(Topics.ARTICLES, "news:a:2", onHost("news:a:2", "a.example", 11, sentences(4, 6) + "\n" + box));
        put(Topics.ARTICLES, "news:b:1", onHost("news:b:1", "b.example", 12, sentences(0, 1) + "\n" + box));
        put(Topics.ARTICLES, "news:a:3", onHost("news:a:3", "a.example", 12, sentences(6, 8) + "\n" + box));
        put(Topics.ARTICLES, "news:a:1", onHost("news:a:1", "a.example", 10, sentences(0, 2) + "\n" + box));
        assertEquals(
                List.of("news:a:1 1", "news:a:2 1", "news:b:1 1", "news:a:3 0", "news:a:1 0"),
                entities().readValuesToList().stream()
                        .map(found ->
                                found.getDocumentId() + " " + found.getClaims().size())
                        .toList(),
                "document and claims; a revision is read with what is known since");
    }

    private static Article onHost(String id, String host, int day, String text) {
        return Article.newBuilder(article(id, "", text))
                .setUrl("https://" + host + "/" + id)
                .setEventDate(LocalDate.of(2026, 1, day))
                .build();
    }

    @Test
    void chargesBecomeStatutesAndCitationsDoNot() {
        CourtRecord record = CourtRecord.newBuilder()
                .setId("court:x:2")
                .setFiled(LocalDate.of(2026, 1, 12))
                .setCharges(List.of(
                        charge("ru/uk/a337/p5", 1, ChargeRole.CHARGED),
                        charge("ru/uk/a337/p5", 2, ChargeRole.CHARGED),
                        charge("ru/uk/a158/p1", 1, ChargeRole.PRIOR)))
                .build();
        put(Topics.COURT_RECORDS, record.getId(), record);
        Entities found = entities().readValue();
        assertEquals(
                List.of("1 ru/uk/a337/p5", "2 ru/uk/a337/p5"),
                found.getStatutes().stream()
                        .map(charge -> charge.getDefendant() + " " + charge.getKey())
                        .toList(),
                "an earlier conviction is no charge of this case");
        assertEquals(2, found.getDefendants());
        assertEquals(2, found.getCharges());
    }

    @Test
    void garbageIsSetAsideAndTheNextRecordIsRead() {
        driver.createInputTopic(Topics.ARTICLES.name(), new StringSerializer(), (t, v) -> (byte[]) v)
                .pipeInput("news:s:9", "garbage".getBytes(StandardCharsets.UTF_8));
        put(
                Topics.ARTICLES,
                "news:s:10",
                Article.newBuilder().setId("news:s:10").build());
        assertEquals("news:s:10", entities().readValue().getDocumentId());
        Failure failure = driver.createOutputTopic(
                        Topics.FAILURES.name(),
                        new StringDeserializer(),
                        Topics.FAILURES.serde(REGISTRY).deserializer())
                .readValue();
        assertEquals("UNREADABLE", failure.getReason());
        assertEquals(
                "garbage",
                StandardCharsets.UTF_8.decode(failure.getRecordValue()).toString());
        assertEquals("enrich", failure.getService());
    }

    private static Charge charge(String key, int defendant, ChargeRole role) {
        return Charge.newBuilder()
                .setKey(key)
                .setDefendant(defendant)
                .setRole(role)
                .build();
    }

    private <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.name(),
                        new StringSerializer(),
                        topic.serde(REGISTRY).serializer())
                .pipeInput(key, value);
    }

    private TestOutputTopic<String, Entities> entities() {
        return driver.createOutputTopic(
                Topics.ENTITIES.name(),
                new StringDeserializer(),
                Topics.ENTITIES.serde(REGISTRY).deserializer());
    }
}
