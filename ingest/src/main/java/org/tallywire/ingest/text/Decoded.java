package org.tallywire.ingest.text;

import java.util.List;

/**
 * Bytes made text.
 *
 * @param text without byte order mark
 * @param encoding name of the charset used
 * @param guessed true if no label and no strict check stands behind the choice
 * @param notes what was odd, in words
 */
public record Decoded(String text, String encoding, boolean guessed, List<String> notes) {}
