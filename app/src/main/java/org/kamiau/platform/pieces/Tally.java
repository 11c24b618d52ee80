package org.kamiau.platform.pieces;

/**
 * A number that opens what it counts.
 *
 * @param text a message key
 */
public record Tally(String text, long count, String path) {}
