package org.kamiau.platform.pieces;

/** One part of a score: why, in words, and how many points it gave or took. */
public record Reason(String text, int points) {}
