package org.tallywire.dashboard.web;

/** How the reading of the topics goes, as pages and health checks need to know it. */
public interface Feed {
    /** Empty while the reader runs, else why it has stopped for good. */
    String alive();

    /** Empty once everything that stood in the topics at the start has been read, else where the reading stands. */
    String ready();
}
