/**
 * HTTP with manners and without trust: takes a {@link Request}, gives a {@link Fetched} (an answer, "not modified" or a
 * named refusal) and never throws for what a server does. Addresses are checked when they are dialled, sizes after
 * inflation, time from outside. Feeds the poller.
 */
@NullMarked
package org.tallywire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
