package org.tallywire.ingest.feed;

import java.util.Set;

/**
 * XML text made fit for a strict parser.
 *
 * @param text from the root's start tag to its end tag
 * @param root qualified name of the root as written; empty: no tag at all
 * @param closed false if the end tag of the root is missing: the document was cut
 * @param notes what was repaired, in words
 */
record CleanXml(String text, String root, boolean closed, Set<String> notes) {}
