package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    /** Mend with: {@code ./tallywire topics --asyncapi > schemas/asyncapi.yaml}. */
    @Test
    void theCommittedDocumentIsWhatTheCatalogueSays() throws Exception {
        assertEquals(AsyncApi.document(), Files.readString(Path.of("asyncapi.yaml")));
    }
}
