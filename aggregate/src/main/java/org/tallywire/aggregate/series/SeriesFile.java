package org.tallywire.aggregate.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Reads series.yaml: a list of series. An unknown field, a bad value or a name used twice is refused with file and line. */
public final class SeriesFile {
    /** What is counted when nobody says otherwise. */
    private static final String DEFAULT = "/org/tallywire/aggregate/series.yaml";

    private static final JsonMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(ZoneId.class, new Zone()))
            .build();

    private SeriesFile() {}

    /** The series that come with the program. */
    public static List<Series> bundled() {
        try (InputStream in = SeriesFile.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + DEFAULT);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "series.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The series of a file; IllegalArgumentException says file, line and reason. */
    public static List<Series> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static List<Series> parse(String yaml, String file) {
        try {
            return checked(YAML.readValue(yaml, new TypeReference<List<Series>>() {}), yaml, file);
        } catch (JsonProcessingException e) {
            int line = Place.line(YAML, yaml, e);
            throw new IllegalArgumentException(file + (line > 0 ? ":" + line : "") + ": " + e.getOriginalMessage(), e);
        }
    }

    private static List<Series> checked(List<Series> all, String yaml, String file) {
        for (Check.Problem problem : Check.of(all)) {
            int line = Place.line(YAML, yaml, problem.pointer());
            throw new IllegalArgumentException(file + ":" + line + ": " + problem.message());
        }
        return List.copyOf(all);
    }

    /** A zone of the tz database by its name. */
    private static final class Zone extends FromStringDeserializer<ZoneId> {
        private static final long serialVersionUID = 1;

        Zone() {
            super(ZoneId.class);
        }

        @Override
        protected ZoneId _deserialize(String name, DeserializationContext context) throws IOException {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                throw context.weirdStringException(name, ZoneId.class, "no time zone");
            }
        }
    }
}
