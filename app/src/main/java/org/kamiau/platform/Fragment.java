package org.kamiau.platform;

/**
 * A template of one module together with its model, to be put into a page of another.
 *
 * @param template path without ending, e.g. {@code leads/today}
 * @param page what the template calls {@code page}
 */
public record Fragment(String template, Object page) {}
