package org.tallywire.ingest;

import org.tallywire.avro.Stream;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;

/** ingest-news in a process of its own, to be killed. */
final class IngestChild {
    private IngestChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Service service = Ingest.start(new Environment(System.getenv()), Stream.NEWS)) {
            service.await();
        }
    }
}
