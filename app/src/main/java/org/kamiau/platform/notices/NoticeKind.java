package org.kamiau.platform.notices;

/**
 * A kind of notice, which members may silence; modules declare theirs as beans.
 *
 * @param code module and noun, e.g. {@code leads.assigned}
 * @param key message key of what one is told of, e.g. "a lead is given to me"
 */
public record NoticeKind(String code, String key) {}
