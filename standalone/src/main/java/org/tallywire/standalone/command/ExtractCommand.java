package org.tallywire.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.ExtractionJson;
import org.tallywire.enrich.Extractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints outlets, statutes and count claims of texts, one JSON line a document. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Finds outlets, statutes and count claims in texts; prints one JSON line a document.")
public final class ExtractCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "UTF-8 text; without one, standard input.")
    private List<String> files = List.of();

    @Option(names = "--jsonl", description = "Input lines are {\"id\",\"lang\",\"published\",\"text\"}.")
    private boolean jsonl;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Day of publication, for \"last month\" and the like.")
    private @Nullable LocalDate published;

    @Option(names = "--lang", description = "en, ru or uk (default: told by the letters).")
    private String lang = "";

    @Option(names = "--explain", description = "Also list every numeral with its type and why it is no claim.")
    private boolean explain;

    private record Document(
            String id, String text, String lang, @Nullable LocalDate published) {}

    @Override
    public void run() {
        Extractor extractor = new Extractor();
        ExtractionJson json = new ExtractionJson(explain);
        List<String> inputs = files.isEmpty() ? List.of("-") : files;
        // all is read before anything is printed: nothing is half written
        List<Document> documents =
                inputs.stream().flatMap(f -> documents(f).stream()).toList();
        for (Document document : documents) {
            StringWriter line = new StringWriter();
            try {
                Extractor.Request request = new Extractor.Request(
                        document.id(), document.text(), document.lang(), document.published(), "", List.of());
                json.write(document.id(), extractor.extract(request), line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            spec.commandLine().getOut().print(line);
        }
        spec.commandLine().getOut().flush();
    }

    private List<Document> documents(String file) {
        String text = Inputs.text(file);
        if (!jsonl) {
            String id = file.equals("-") ? "-" : String.valueOf(Path.of(file).getFileName());
            return List.of(new Document(id, text, lang, published));
        }
        String[] lines = text.split("\n", -1);
        return java.util.stream.IntStream.range(0, lines.length)
                .filter(i -> !lines[i].isBlank())
                .mapToObj(i -> parsed(file, i + 1, lines[i]))
                .toList();
    }

    private Document parsed(String file, int number, String line) {
        String place = "line " + number + ": ";
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.path("text").isTextual()) {
                throw new BadInput(file, place + "has no \"text\"");
            }
            String day = node.path("published").asText("");
            return new Document(
                    node.path("id").asText(Integer.toString(number)),
                    node.path("text").asText(),
                    node.path("lang").asText(lang),
                    day.isEmpty() || day.equals("null") ? published : day(day));
        } catch (JsonProcessingException e) {
            throw new BadInput(file, place + "is not JSON: " + e.getOriginalMessage());
        } catch (DateTimeParseException e) {
            throw new BadInput(file, place + "\"published\" is no date: " + e.getParsedString());
        }
    }

    /** The day of an ISO date or instant. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }
}
