package org.tallywire.schemas.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.RegistryException;
import org.tallywire.schemas.Topics;

class UnreadableRecordsTest {
    private final ConsumerRecord<byte[], byte[]> record =
            new ConsumerRecord<>("entities", 3, 41, "k".getBytes(UTF_8), "junk".getBytes(UTF_8));

    @Test
    void aBadRecordGoesToFailuresWholeWithItsPlace() {
        Response response = handled(new SerializationException("entities: not in the wire format"));
        assertEquals(Result.RESUME, response.result());
        Failure failure = Topics.FAILURES
                .serde(Registry.of("memory:unreadable"))
                .deserialize(
                        "failures", response.deadLetterQueueRecords().getFirst().value());
        assertEquals(41, failure.getOffset());
        assertEquals(3, failure.getPartition());
        assertTrue(failure.getDetail().contains("wire format"));
        assertEquals("junk", UTF_8.decode(failure.getRecordValue()).toString());
    }

    @Test
    void aRegistryThatIsAwaySetsNothingAside() {
        Response response = handled(new RegistryException.Unreachable("registry does not answer"));
        assertEquals(Result.FAIL, response.result(), "the service stops and reads the record again");
        assertTrue(response.deadLetterQueueRecords().isEmpty());
    }

    private Response handled(Exception e) {
        UnreadableRecords handler = new UnreadableRecords();
        handler.configure(Map.of(UnreadableRecords.REGISTRY, "memory:unreadable", UnreadableRecords.SERVICE, "enrich"));
        return handler.handleError(null, record, e);
    }
}
