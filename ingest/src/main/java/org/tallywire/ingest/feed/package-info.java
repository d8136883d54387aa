/**
 * News feeds. Takes a payload (bytes as fetched), gives a reading of feed items: bytes to text, text cleaned, Rome, own
 * mapping of what Rome loses. RSS, RDF, Atom, JSON Feed and news sitemaps are told apart by content. Feeds the poller and
 * the command {@code read}. Rome's types end here.
 */
@NullMarked
package org.tallywire.ingest.feed;

import org.jspecify.annotations.NullMarked;
