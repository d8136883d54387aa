package org.tallywire.enrich.furniture;

/**
 * A stretch of text that is furniture.
 *
 * @param kind what it is
 * @param start UTF-16 offset of its first character
 * @param end offset behind its last character
 */
public record FurnitureSpan(FurnitureKind kind, int start, int end) {}
