package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.ClaimMention;

/**
 * Scores the extraction on annotated articles outside the project: run with {@code -Dtallywire.shared=<folder>}; without it the
 * test says that it is skipped. A change or ratio item is met by a comparison with that number on any claim of the article.
 */
class SeedsScoreTest {
    private static final LocalDate UNDATED = LocalDate.of(2023, 8, 9);

    private final Extractor extractor = new Extractor();
    private int found;
    private int missed;
    private int wrong;
    private int bounds;
    private int periods;
    private int periodsAll;
    private int publishers;
    private int shares;
    private int sharesAll;

    @Test
    void tierOne() throws IOException {
        String shared = System.getProperty("tallywire.shared", "");
        Assumptions.assumeFalse(shared.isEmpty(), "skipped: tallywire.shared names no folder with annotated articles");
        JsonNode gold = new ObjectMapper()
                .readTree(Path.of(shared, "gold", "seeds-claims.json").toFile());
        for (JsonNode file : gold.get("files")) {
            score(
                    file,
                    Files.readString(Path.of(shared, "seeds", file.get("file").asText())));
        }
        double precision = (double) found / (found + wrong);
        double recall = (double) found / (found + missed);
        System.out.printf(
                "tier 1: precision %.3f recall %.3f F1 %.3f; bounds %d; periods %d of %d; publishers named %d; tier 2 shares and ratios %d of %d%n",
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                bounds,
                periods,
                periodsAll,
                publishers,
                shares,
                sharesAll);
        assertTrue(precision >= 0.95 && recall >= 0.95, "precision and recall on tier 1");
    }

    private void score(JsonNode file, String text) {
        LocalDate published = file.get("file").asText().startsWith("003") ? UNDATED : null;
        Extraction read = extractor.extract(text, "en", published);
        Map<Integer, JsonNode> gold = new HashMap<>();
        for (JsonNode claim : file.get("count_claims")) {
            String place = claim.path("value_text").hasNonNull("start") ? "value_text" : "number";
            if (claim.get("tier").asInt() < 3) {
                gold.put(claim.path(place).path("start").asInt(), claim);
            }
        }
        Set<Integer> met = new HashSet<>();
        Set<Integer> kinds = new HashSet<>();
        for (ClaimMention claim : read.claims()) {
            JsonNode item = gold.get(claim.getNumberStart());
            wrong += item == null ? 1 : 0;
            boolean counts = claim.getKind() == ClaimKind.COUNT || claim.getKind() == ClaimKind.RATE;
            if (!counts) {
                kinds.add(claim.getNumberStart());
                continue;
            }
            if (item != null && item.get("tier").asInt() == 1) {
                met.add(claim.getNumberStart());
                found++;
                fields(claim, item);
            }
        }
        gold.forEach((start, item) -> {
            boolean first = item.get("tier").asInt() == 1 && !met.contains(start);
            ClaimMention owner = first ? compared(read, item) : null;
            boolean compared = owner != null;
            if (owner != null) {
                period(owner, item);
            }
            boolean told =
                    item.get("tier").asInt() == 2 && !item.path("boilerplate").asBoolean();
            sharesAll += told ? 1 : 0;
            shares += told && kinds.contains(start) ? 1 : 0;
            found += compared ? 1 : 0;
            missed += first && !compared ? 1 : 0;
            if (first && !compared) {
                System.out.println("missed " + item.get("id").asText());
            }
        });
    }

    /** The claim that carries this change; null if none does. */
    private static @Nullable ClaimMention compared(Extraction read, JsonNode item) {
        ChangeKind kind = item.get("unit").asText().equals("percent") ? ChangeKind.PERCENT : ChangeKind.TIMES;
        return read.claims().stream()
                .filter(claim -> claim.getComparisons().stream()
                        .anyMatch(each -> each.getChangeKind() == kind
                                && Objects.equals(
                                        each.getChange(), item.get("value").asDouble())))
                .findFirst()
                .orElse(null);
    }

    private void fields(ClaimMention claim, JsonNode item) {
        String bound =
                item.get("qualifier").asText().replace("AVERAGE", "ABOUT").replace("NEARLY", "ABOUT");
        bounds += bound.equals(claim.getBound().name()) ? 1 : 0;
        publishers += claim.getPublisher() != null ? 1 : 0;
        period(claim, item);
    }

    /** A comparison's period is that of the claim that carries it. */
    private void period(ClaimMention claim, JsonNode item) {
        String interval = item.path("window").path("interval").asText("null");
        if (!interval.equals("null")) {
            periodsAll++;
            String from = claim.getFrom() == null ? ".." : claim.getFrom().toString();
            String to =
                    claim.getTo() == null ? ".." : claim.getTo().minusDays(1).toString();
            periods += interval.equals(from + "/" + to) ? 1 : 0;
        }
    }
}
