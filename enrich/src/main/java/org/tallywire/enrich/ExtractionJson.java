package org.tallywire.enrich;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.Per;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.claim.NumberType;
import org.tallywire.enrich.claim.TypedNumber;

/**
 * Writes extractions as JSON, one object a line. Absent fields are left out; dates are ISO, {@code to} is the day after the last
 * one; whole numbers have no decimal point. Safe to share between threads.
 */
public final class ExtractionJson {
    private static final double LARGEST_WHOLE = 1e15;

    private final JsonFactory json = new JsonFactory();
    private final boolean explain;

    /** A writer; with {@code explain} every numeral of the text is listed with its type and why it is no claim, and statutes that only an offence word implies. */
    public ExtractionJson(boolean explain) {
        this.explain = explain;
    }

    /** Writes one line and a line feed; the target stays open. */
    public void write(String id, Extraction extraction, Writer target) throws IOException {
        try (JsonGenerator out = json.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            out.writeStartObject();
            out.writeStringField("id", id);
            outlets(out, extraction.outlets());
            statutes(
                    out,
                    extraction.statutes().stream()
                            .filter(s -> explain || !s.getImplied())
                            .toList());
            out.writeArrayFieldStart("claims");
            for (ClaimMention claim : extraction.claims()) {
                claim(out, claim);
            }
            out.writeEndArray();
            if (explain) {
                numbers(out, extraction.numbers());
            }
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static void outlets(JsonGenerator out, List<OutletMention> mentions) throws IOException {
        out.writeArrayFieldStart("outlets");
        for (OutletMention mention : mentions) {
            out.writeStartObject();
            out.writeStringField("id", mention.getId());
            out.writeStringField("name", mention.getName());
            out.writeStringField("role", mention.getRole().name());
            span(out, mention.getStart(), mention.getEnd());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void statutes(JsonGenerator out, List<StatuteMention> mentions) throws IOException {
        out.writeArrayFieldStart("statutes");
        for (StatuteMention mention : mentions) {
            out.writeStartObject();
            out.writeStringField("key", mention.getKey());
            out.writeStringField("text", mention.getText());
            span(out, mention.getStart(), mention.getEnd());
            if (mention.getImplied()) {
                out.writeBooleanField("implied", true);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void claim(JsonGenerator out, ClaimMention claim) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", claim.getKind().name());
        number(out, "value", claim.getValue());
        number(out, "high", claim.getHigh());
        out.writeStringField("bound", claim.getBound().name());
        out.writeStringField("unit", claim.getUnit().name());
        text(out, "counted", claim.getCounted());
        date(out, "from", claim.getFrom());
        date(out, "to", claim.getTo());
        if (claim.getPer() != Per.NONE) {
            out.writeStringField("per", claim.getPer().name());
        }
        text(out, "publisher", claim.getPublisher());
        text(out, "publisherText", claim.getPublisherText());
        strings(out, "scope", claim.getScope());
        comparisons(out, claim.getComparisons());
        out.writeStringField("quote", claim.getQuote());
        span(out, claim.getStart(), claim.getEnd());
        out.writeNumberField("numberStart", claim.getNumberStart());
        out.writeNumberField("numberEnd", claim.getNumberEnd());
        strings(out, "rules", claim.getRules());
        out.writeNumberField("confidence", Math.round(claim.getConfidence() * 100) / 100.0);
        out.writeEndObject();
    }

    private static void comparisons(JsonGenerator out, List<Comparison> comparisons) throws IOException {
        if (comparisons.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("comparisons");
        for (Comparison each : comparisons) {
            out.writeStartObject();
            out.writeStringField("direction", each.getDirection().name());
            number(out, "change", each.getChange());
            out.writeStringField("changeKind", each.getChangeKind().name());
            out.writeStringField("bound", each.getBound().name());
            number(out, "baseValue", each.getBaseValue());
            date(out, "baseFrom", each.getBaseFrom());
            date(out, "baseTo", each.getBaseTo());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void numbers(JsonGenerator out, List<TypedNumber> numbers) throws IOException {
        out.writeArrayFieldStart("numbers");
        for (TypedNumber each : numbers) {
            out.writeStartObject();
            out.writeStringField("text", each.text());
            number(out, "value", each.value());
            number(out, "high", each.high());
            out.writeStringField("type", each.type().name());
            span(out, each.start(), each.end());
            if (each.type() != NumberType.COUNT && each.type() != NumberType.SHARE) {
                out.writeStringField("why", each.why());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void span(JsonGenerator out, int start, int end) throws IOException {
        out.writeNumberField("start", start);
        out.writeNumberField("end", end);
    }

    private static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            out.writeStringField(name, value);
        }
    }

    private static void date(JsonGenerator out, String name, @Nullable LocalDate value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }

    private static void strings(JsonGenerator out, String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        }
    }

    private static void number(JsonGenerator out, String name, @Nullable Double value) throws IOException {
        if (value == null || value.isNaN()) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            out.writeNumberField(name, value.longValue());
        } else {
            out.writeNumberField(name, value);
        }
    }
}
