package org.tallywire.aggregate.sink;

import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;

/** The sink as a process of its own, so that a test can kill it. */
final class SinkProcess {
    private SinkProcess() {}

    public static void main(String[] args) throws InterruptedException {
        try (Service sink = Sink.start(new Environment(System.getenv()))) {
            sink.await();
        }
    }
}
