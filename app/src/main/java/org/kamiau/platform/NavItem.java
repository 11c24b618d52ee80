package org.kamiau.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the navigation; modules declare theirs as beans.
 *
 * @param order lower comes first; from 1000 on it stands under settings
 * @param key message key of its word
 * @param icon name in the icon sprite
 * @param roles who sees it; empty means every member
 */
public record NavItem(int order, String key, String path, String icon, Set<Role> roles) {

    public NavItem {
        roles = Set.copyOf(roles);
    }

    public boolean settings() {
        return order >= 1000;
    }

    public boolean shownTo(Actor actor) {
        return roles.isEmpty() || roles.stream().anyMatch(actor::is);
    }

    /** The entry under which a page stands: of several that hold its address the longest. */
    public static Optional<NavItem> current(Collection<NavItem> items, String requestPath) {
        return items.stream().filter(item -> item.current(requestPath)).max(Comparator.comparingInt(item -> item.path().length()));
    }

    private boolean current(String requestPath) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }
}
