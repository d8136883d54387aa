package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Contribution;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.DayCell;

class AvroSerdeTest {
    private final AvroSerde<DayCell> serde = Topics.DAY_CELLS.serde(Registry.of("memory:serde"));
    private final DayCell cell = DayCell.newBuilder()
            .setSeries("court.filed{statute=ru/uk/a337}")
            .setLabels(Map.of("statute", "ru/uk/a337"))
            .setDay(LocalDate.of(2026, 1, 12))
            .setCount(3)
            .build();

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(cell, serde.deserialize("t", serde.serialize("t", cell)));
    }

    @Test
    void recordsWithNullableDatesInsideListsCanBeCompared() {
        AvroSerde<Contributions> serde = Topics.CONTRIBUTIONS.serde(Registry.of("memory:serde"));
        Contributions dated = Contributions.newBuilder()
                .setItems(List.of(Contribution.newBuilder()
                        .setDay(LocalDate.of(2026, 1, 12))
                        .build()))
                .build();
        byte[] bytes = serde.serialize("t", dated);
        assertEquals(serde.deserialize("t", bytes), serde.deserialize("t", bytes));
        assertEquals(dated, serde.deserialize("t", bytes));
    }

    @Test
    void recordsBeginWithMagicAndSchemaId() {
        byte[] bytes = serde.serialize("tallies.daily", cell);
        assertEquals(0, bytes[0]);
        assertNotEquals(0, ByteBuffer.wrap(bytes, 1, 4).getInt());
    }

    @Test
    void aTombstoneStaysOne() {
        assertNull(serde.serialize("t", null));
        assertNull(serde.deserialize("t", null));
    }

    @Test
    void garbageIsASerializationExceptionWhateverItIs() {
        byte[] good = serde.serialize("t", cell);
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = round % 2 == 0 ? new byte[random.nextInt(60)] : good.clone();
            if (round % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[5 + random.nextInt(good.length - 5)] = (byte) random.nextInt();
            }
            try {
                serde.deserialize("t", bytes); // a changed byte may still be a record
            } catch (SerializationException expected) {
                assertEquals("t", expected.getMessage().substring(0, 1));
            } catch (RegistryException expected) {
                assertEquals("no schema", expected.getMessage().substring(0, 9));
            }
        }
        assertThrows(SerializationException.class, () -> serde.deserialize("t", new byte[] {1, 2}));
    }
}
