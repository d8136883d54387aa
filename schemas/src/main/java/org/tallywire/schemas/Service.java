package org.tallywire.schemas;

/** A running part of Tallywire: a container in compose, one of several in the same JVM in {@code standalone}. */
public interface Service extends AutoCloseable {
    /** Name as in the catalogue's column "writer", e.g. enrich. */
    String name();

    /** Empty when alive, else what is wrong; a dead service must be started anew. */
    String alive();

    /** Empty when it does its work, else why not yet. */
    String ready();

    /** Where it answers over HTTP: {@code http://host:port}. */
    String address();

    /** Waits until it is closed (true) or has failed (false). */
    boolean await() throws InterruptedException;

    /** Stops it cleanly. Safe to call twice. */
    @Override
    void close();
}
