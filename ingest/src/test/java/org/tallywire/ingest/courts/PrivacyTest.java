package org.tallywire.ingest.courts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.CourtRecord;
import org.tallywire.ingest.courts.cases.RecordRevision;
import org.tallywire.ingest.read.Reading;

/** 200 invented names are planted where the fixtures have names, and none may be in any byte that a reader lets out. */
class PrivacyTest {
    private static final Path NAMES = Path.of("src/test/resources/org/tallywire/ingest/courts/names.txt");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Pattern LATIN_NAME = placeholder(0);
    private static final Pattern CYRILLIC_NAME = placeholder(1);

    private static Pattern placeholder(int line) {
        try {
            return Pattern.compile(
                    Files.readAllLines(NAMES.resolveSibling("placeholders.txt")).get(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fixture> fixtures() {
        return Fixture.all().stream()
                .filter(fixture -> !fixture.input().toString().endsWith(".zip"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void noPlantedNameComesOut(Fixture fixture) throws IOException {
        List<String> names = Files.readAllLines(NAMES);
        assertTrue(names.size() >= 200, "names");
        Charset charset = charset(fixture);
        for (int start : starts(fixture)) {
            String planted = plant(new String(fixture.bytes(), charset), names, start);
            byte[] out = everything(fixture.read(planted.getBytes(charset)));
            String text = new String(out, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            for (String name : names) {
                assertFalse(text.contains(name.toLowerCase(Locale.ROOT)), () -> name + " came out of " + fixture);
            }
        }
    }

    @Test
    void everyNameIsPlantedSomewhere() throws IOException {
        List<String> names = Files.readAllLines(NAMES);
        StringBuilder pages = new StringBuilder();
        for (Fixture fixture : fixtures()) {
            for (int start : starts(fixture)) {
                pages.append(plant(new String(fixture.bytes(), charset(fixture)), names, start));
            }
        }
        assertEquals(
                List.of(),
                names.stream().filter(name -> pages.indexOf(name) < 0).toList());
    }

    /** Ten places of the list to begin with; all fixtures together go through the whole of it. */
    private static int[] starts(Fixture fixture) {
        int index = fixtures().indexOf(fixture);
        return IntStream.range(0, 10).map(round -> index * 7 + round * 11).toArray();
    }

    private static Charset charset(Fixture fixture) {
        boolean labelled = new String(fixture.bytes(), CYRILLIC).contains("charset=windows-1251");
        boolean cyrillic = labelled && !fixture.toString().contains("utf8");
        return cyrillic || fixture.toString().contains("russian-semicolons") ? CYRILLIC : StandardCharsets.UTF_8;
    }

    /** Latin and Cyrillic placeholders become names of their script, each the next one of the list. */
    private static String plant(String page, List<String> names, int start) {
        List<String> latin = names.stream().filter(n -> n.charAt(0) < 0x250).toList();
        List<String> cyrillic = names.stream().filter(n -> n.charAt(0) >= 0x400).toList();
        return replace(CYRILLIC_NAME, replace(LATIN_NAME, page, latin, start), cyrillic, start);
    }

    private static String replace(Pattern placeholder, String page, List<String> names, int start) {
        Matcher m = placeholder.matcher(page);
        StringBuilder planted = new StringBuilder();
        int next = start;
        while (m.find()) {
            String name = names.get(next++ % names.size());
            boolean capitals =
                    m.group().length() > 3 && m.group().equals(m.group().toUpperCase(Locale.ROOT));
            m.appendReplacement(planted, capitals ? name.toUpperCase(Locale.ROOT) : name);
        }
        return m.appendTail(planted).toString();
    }

    private static byte[] everything(Reading<CourtRecord> reading) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(CourtReadingJson.line("input", reading).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(reading.follow().toString().getBytes(StandardCharsets.UTF_8));
        reading.failures().forEach(failure -> write(failure, out));
        reading.entries().forEach(record -> write(RecordRevision.merge(null, record), out));
        return out.toByteArray();
    }

    private static void write(SpecificRecord record, ByteArrayOutputStream out) {
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
