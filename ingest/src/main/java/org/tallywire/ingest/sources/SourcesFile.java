package org.tallywire.ingest.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallywire.avro.Source;
import org.tallywire.ingest.sources.SourceEntry.Cell;

/**
 * Reads sources.yaml: a list {@code sources} of entries whose fields are those of the Avro record Source, {@code
 * stream} in lower case. Nothing is guessed: an unknown field is an error too.
 */
public final class SourcesFile {
    /**
     * What the file holds.
     *
     * @param sources entries without an error, in order of the file
     * @param problems each with its line; empty: the file may be used
     */
    public record Read(List<Source> sources, List<String> problems) {}

    private final List<String> problems = new ArrayList<>();
    private final YAMLParser yaml;

    private SourcesFile(YAMLParser yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads a file.
     *
     * @param text its content
     * @param kinds reader kinds that are known
     */
    public static Read read(String text, Set<String> kinds) {
        List<SourceEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            SourcesFile file = new SourcesFile(parser);
            file.document(entries);
            problems.addAll(file.problems);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            String why = broken.getOriginalMessage().lines().findFirst().orElse("");
            return new Read(List.of(), List.of("line " + line + ": not YAML: " + why));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<Source> sources = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (SourceEntry entry : entries) {
            List<String> bad = new ArrayList<>();
            Source source = entry.source(kinds, bad);
            Integer earlier = lines.putIfAbsent(source.getId(), entry.line());
            if (earlier != null && !source.getId().isEmpty()) {
                bad.add("line " + entry.line() + ": id " + source.getId() + " is taken on line " + earlier);
            }
            problems.addAll(bad);
            if (bad.isEmpty()) {
                sources.add(source);
            }
        }
        return new Read(List.copyOf(sources), List.copyOf(problems));
    }

    private void document(List<SourceEntry> entries) throws IOException {
        JsonToken first = yaml.nextToken();
        if (first == null) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problem("a field 'sources' is wanted at the top");
            return;
        }
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            if (!name.equals("sources")) {
                problem("unknown field '" + name + "' at the top");
                yaml.nextToken();
                yaml.skipChildren();
            } else if (yaml.nextToken() == JsonToken.START_ARRAY) {
                list(entries);
            } else {
                problem("'sources' must be a list");
                yaml.skipChildren();
            }
        }
    }

    private void list(List<SourceEntry> entries) throws IOException {
        for (JsonToken token = yaml.nextToken(); token != JsonToken.END_ARRAY; token = yaml.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                entries.add(entry());
            } else {
                problem("a source must be a list of fields");
                yaml.skipChildren();
            }
        }
    }

    private SourceEntry entry() throws IOException {
        int line = line();
        Map<String, Cell> fields = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            int at = line();
            JsonToken token = yaml.nextToken();
            if (name.equals("options") && token == JsonToken.START_OBJECT) {
                options(options);
            } else if (token.isScalarValue()) {
                fields.put(name, new Cell(text(), at));
            } else {
                problem("'" + name + "' must be a single value");
                yaml.skipChildren();
            }
        }
        return new SourceEntry(line, fields, options);
    }

    private void options(Map<String, String> options) throws IOException {
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            if (yaml.nextToken().isScalarValue()) {
                options.put(name, text());
            } else {
                problem("option '" + name + "' must be a single value");
                yaml.skipChildren();
            }
        }
    }

    private String text() throws IOException {
        return yaml.currentToken() == JsonToken.VALUE_NULL ? "" : yaml.getText().strip();
    }

    private int line() {
        return yaml.currentTokenLocation().getLineNr();
    }

    private void problem(String what) {
        problems.add("line " + line() + ": " + what);
    }
}
