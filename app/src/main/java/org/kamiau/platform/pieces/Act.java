package org.kamiau.platform.pieces;

import org.kamiau.platform.Fragment;

/**
 * Something one may do with a record now, with its form.
 *
 * @param name short, unique on the page; the form is found at {@code #act-<name>}
 * @param title a message key
 * @param next whether this is what one would do next: shown open
 */
public record Act(String name, String title, Fragment form, boolean next) {}
