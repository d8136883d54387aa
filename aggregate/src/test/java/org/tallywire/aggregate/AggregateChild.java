package org.tallywire.aggregate;

import org.tallywire.schemas.Environment;

/** The aggregate service in a process that a test can kill. */
final class AggregateChild {
    private AggregateChild() {}

    public static void main(String[] args) throws InterruptedException {
        Aggregate.start(new Environment(System.getenv())).await();
    }
}
