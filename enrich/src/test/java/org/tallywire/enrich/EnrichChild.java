package org.tallywire.enrich;

import org.tallywire.schemas.Environment;

/** The enrich service in a process that a test can kill. */
final class EnrichChild {
    private EnrichChild() {}

    public static void main(String[] args) throws InterruptedException {
        Enrich.start(new Environment(System.getenv())).await();
    }
}
