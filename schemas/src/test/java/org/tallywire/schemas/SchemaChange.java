package org.tallywire.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What is wrong with a change of a schema under FULL_TRANSITIVE, and what a registry lets through although readers are
 * then silently wrong: another logical type, a rename by alias, another default, a symbol that is gone.
 */
final class SchemaChange {
    private static final List<String> MEANING = List.of("logicalType", "precision", "scale");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaChange() {}

    /** One line for each problem, with the place; empty: the change is safe. */
    static List<String> problems(Schema old, Schema now) {
        SchemaChange change = new SchemaChange();
        change.readable("new readers cannot read what the released writer wrote", now, old);
        change.readable("released readers cannot read what the new writer writes", old, now);
        change.compare(old.getName(), old, now);
        return change.problems;
    }

    private void readable(String otherwise, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            result.getResult()
                    .getIncompatibilities()
                    .forEach(i -> problems.add(i.getLocation() + ": " + otherwise + " (" + i.getMessage() + ")"));
        }
    }

    private void compare(String place, Schema old, Schema now) {
        if (old.getType() != now.getType()) {
            return; // told by readable
        }
        MEANING.stream()
                .filter(name -> !Objects.equals(old.getObjectProp(name), now.getObjectProp(name)))
                .forEach(name -> problems.add(place + ": " + name + " was " + old.getObjectProp(name) + ", is "
                        + now.getObjectProp(name) + "; add a field instead"));
        switch (old.getType()) {
            case RECORD -> {
                if (seen.add(old.getFullName())) {
                    record(place, old, now);
                }
            }
            case ENUM -> symbols(place, old, now);
            case ARRAY -> compare(place + "[]", old.getElementType(), now.getElementType());
            case MAP -> compare(place + "{}", old.getValueType(), now.getValueType());
            case UNION -> branches(place, old, now);
            default -> {}
        }
    }

    private void record(String place, Schema old, Schema now) {
        for (Schema.Field field : now.getFields()) {
            String at = place + "." + field.name();
            Schema.Field before = old.getField(field.name());
            if (!field.hasDefaultValue()) {
                problems.add(at + ": has no default, so it can never be removed");
            }
            if (before != null) {
                if (!Objects.equals(before.defaultVal(), field.defaultVal())) {
                    problems.add(at + ": default was " + before.defaultVal() + ", is " + field.defaultVal()
                            + "; old records would change their meaning");
                }
                compare(at, before.schema(), field.schema());
            } else {
                field.aliases().stream()
                        .filter(alias -> old.getField(alias) != null)
                        .forEach(alias -> problems.add(
                                at + ": renames " + alias + "; released readers would silently get its default"));
            }
        }
    }

    private void symbols(String place, Schema old, Schema now) {
        if (now.getEnumDefault() == null) {
            problems.add(place + ": enum " + now.getName() + " has no default, so it can never grow");
        } else if (!now.getEnumDefault().equals(old.getEnumDefault())) {
            problems.add(place + ": default of enum " + now.getName() + " was " + old.getEnumDefault() + ", is "
                    + now.getEnumDefault());
        }
        old.getEnumSymbols().stream()
                .filter(symbol -> !now.getEnumSymbols().contains(symbol))
                .forEach(symbol ->
                        problems.add(place + ": " + symbol + " is gone; old records would be read as the default"));
    }

    private void branches(String place, Schema old, Schema now) {
        Map<String, Schema> before = new HashMap<>();
        old.getTypes().forEach(branch -> before.put(branch.getFullName(), branch));
        for (Schema branch : now.getTypes()) {
            Schema known = before.get(branch.getFullName());
            if (known != null) {
                compare(place, known, branch);
            }
        }
    }
}
