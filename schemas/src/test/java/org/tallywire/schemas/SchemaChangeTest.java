package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of one field that the build accepts or refuses; the last column is a word of the complaint, empty: accepted. */
class SchemaChangeTest {
    private static final String NONE = "";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the same                  | "name":"a","type":"int","default":0 | "name":"a","type":"int","default":0 |
            a doc changes             | "name":"a","type":"int","default":0 | "name":"a","type":"int","default":0,"doc":"more" |
            a field with default      | "name":"a","type":"int","default":0 | "name":"a","type":"int","default":0},{"name":"b","type":"string","default":"" |
            a field without default   | "name":"a","type":"int","default":0 | "name":"a","type":"int","default":0},{"name":"b","type":"string" | no default
            a default is taken away   | "name":"a","type":"int","default":0 | "name":"a","type":"int" | no default
            a field goes              | "name":"a","type":"int","default":0},{"name":"b","type":"int","default":0 | "name":"a","type":"int","default":0 |
            one without default goes  | "name":"a","type":"int","default":0},{"name":"b","type":"int" | "name":"a","type":"int","default":0 | released readers cannot read
            another default           | "name":"a","type":"int","default":0 | "name":"a","type":"int","default":1 | default was 0, is 1
            a rename by alias         | "name":"a","type":"int","default":0 | "name":"b","type":"int","default":0,"aliases":["a"] | renames a
            int to long               | "name":"a","type":"int","default":0 | "name":"a","type":"long","default":0 | released readers cannot read
            made nullable             | "name":"a","type":"int","default":0 | "name":"a","type":["int","null"],"default":0 | released readers cannot read
            milliseconds to micros    | "name":"a","type":{"type":"long","logicalType":"timestamp-millis"},"default":0 | "name":"a","type":{"type":"long","logicalType":"timestamp-micros"},"default":0 | logicalType was timestamp-millis
            a number becomes a date   | "name":"a","type":"int","default":0 | "name":"a","type":{"type":"int","logicalType":"date"},"default":0 | logicalType was null
            the same inside a union   | "name":"a","type":["null","int"],"default":null | "name":"a","type":["null",{"type":"int","logicalType":"date"}],"default":null | logicalType was null
            the same inside a list    | "name":"a","type":{"type":"array","items":"int"},"default":[] | "name":"a","type":{"type":"array","items":{"type":"int","logicalType":"date"}},"default":[] | logicalType was null
            another scale             | "name":"a","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2},"default":"" | "name":"a","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":3},"default":"" | scale was 2
            a symbol joins            | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"],"default":"U"},"default":"U" | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B","C"],"default":"U"},"default":"U" |
            a symbol goes             | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"],"default":"U"},"default":"U" | "name":"a","type":{"type":"enum","name":"E","symbols":["U"],"default":"U"},"default":"U" | B is gone
            an enum loses its default | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"],"default":"U"},"default":"U" | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"]},"default":"U" | no default
            another symbol by default | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"],"default":"U"},"default":"U" | "name":"a","type":{"type":"enum","name":"E","symbols":["U","B"],"default":"B"},"default":"U" | default of enum E was U
            """)
    void aChangeIsSafeOrSaysWhyNot(String what, String old, String now, String complaint) {
        List<String> problems = SchemaChange.problems(schema(old), schema(now));
        if (complaint == null || complaint.equals(NONE)) {
            assertEquals(List.of(), problems, what);
        } else {
            assertTrue(problems.toString().contains(complaint), what + ": " + problems);
        }
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{" + fields + "}]}");
    }
}
