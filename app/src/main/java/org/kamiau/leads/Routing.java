package org.kamiau.leads;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.AccountFacts;
import org.kamiau.handoffs.Boundary;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;

/**
 * Finds whom a qualified lead goes to: the pair of an ABM tier 1 account, the owner of the account, the one
 * whose territory or segment it is, the one whom the function map names, else whoever has least on the desk.
 * Holds the desks as they are and counts on, so that a batch spreads evenly.
 */
final class Routing {

    /** Somebody who can take leads. */
    record Seller(MemberId id, Function function, String name) {}

    /** A region or segment that is somebody's; empty means any. */
    record Territory(List<String> prefectures, List<String> segments, MemberId member) {
        boolean holds(AccountFacts account) {
            var prefecture = account.prefecture();
            return (prefectures.isEmpty() || prefecture != null && prefectures.contains(prefecture.code()))
                    && (segments.isEmpty() || account.segments().stream().anyMatch(segments::contains));
        }
    }

    /** What lies on somebody's desk. */
    record Desk(int open, @Nullable Instant assignedAt) {
        static final Desk EMPTY = new Desk(0, null);

        Desk plusOne(Instant now) {
            return new Desk(open + 1, now);
        }
    }

    private final Function receiver;
    private final @Nullable MemberId named;
    private final @Nullable MemberId marketer;
    private final Map<MemberId, Seller> sellers;
    private final List<Territory> territories;
    private final Map<MemberId, Desk> desks;

    /**
     * @param receiver the function that takes leads here (function map)
     * @param named the person whom the function map names for it
     * @param marketer the person who answers for leads in marketing
     */
    Routing(
            Function receiver, @Nullable MemberId named, @Nullable MemberId marketer, List<Seller> sellers,
            List<Territory> territories, Map<MemberId, Desk> desks) {
        this.receiver = receiver;
        this.named = named;
        this.marketer = marketer;
        this.sellers = new HashMap<>();
        sellers.forEach(seller -> this.sellers.put(seller.id(), seller));
        this.territories = List.copyOf(territories);
        this.desks = new HashMap<>(desks);
    }

    Route route(@Nullable AccountFacts account, Instant now) {
        var tierOne = account != null && Integer.valueOf(1).equals(account.abmTier());
        var function = tierOne ? Function.FIELD_SALES : receiver;
        var boundary = function == Function.FIELD_SALES ? Boundary.MKT_FS : Boundary.MKT_IS;
        var choice = choose(account, function, tierOne);
        choice.seller().ifPresent(seller -> desks.merge(seller.id(), new Desk(1, now), (desk, _) -> desk.plusOne(now)));
        return new Route(boundary, marketer, choice.seller().map(Seller::id).orElse(null), choice.why());
    }

    /** From inside sales on to field sales: the account's seller, the territory's, else whoever has least. */
    Route onward(@Nullable AccountFacts account, MemberId from, Instant now) {
        var choice = choose(account, Function.FIELD_SALES, false);
        return new Route(Boundary.IS_FS, from, choice.seller().map(Seller::id).orElse(null), choice.why());
    }

    /** As if this one were not there. */
    void exclude(MemberId member) {
        sellers.remove(member);
    }

    private record Choice(Optional<Seller> seller, List<Reason> why) {
        static Choice of(Seller seller, Reason... why) {
            return new Choice(Optional.of(seller), List.of(why));
        }
    }

    private Choice choose(@Nullable AccountFacts account, Function function, boolean tierOne) {
        if (account != null) {
            var owner = seller(function == Function.FIELD_SALES ? account.fsOwner() : account.isOwner());
            if (owner.isPresent()) {
                return Choice.of(owner.get(), Reason.of(tierOne ? "abm_pair" : "account_owner", 0, owner.get().name()));
            }
            var territory = territories.stream().filter(one -> one.holds(account)).map(one -> seller(one.member()))
                    .flatMap(Optional::stream).filter(seller -> seller.function() == function).findFirst();
            if (territory.isPresent()) {
                return Choice.of(territory.get(), Reason.of("territory", 0, territory.get().name()));
            }
        }
        var mapped = seller(named).filter(seller -> seller.function() == function);
        if (mapped.isPresent()) {
            return Choice.of(mapped.get(), Reason.of("function_map", 0, mapped.get().name()));
        }
        return leastLoaded(function)
                .map(seller -> Choice.of(
                        seller, Reason.of("least_load", 0, seller.name(), desks.getOrDefault(seller.id(), Desk.EMPTY).open())))
                .orElseGet(() -> new Choice(Optional.empty(), List.of(Reason.of("nobody", 0))));
    }

    private Optional<Seller> seller(@Nullable MemberId id) {
        return id == null ? Optional.empty() : Optional.ofNullable(sellers.get(id));
    }

    /** The smallest desk; among equals whoever got nothing for longest. */
    private Optional<Seller> leastLoaded(Function function) {
        return sellers.values().stream()
                .filter(seller -> seller.function() == function)
                .min(Comparator.comparingInt((Seller seller) -> desk(seller).open())
                        .thenComparing(seller -> Optional.ofNullable(desk(seller).assignedAt()).orElse(Instant.MIN))
                        .thenComparing(Seller::name));
    }

    private Desk desk(Seller seller) {
        return desks.getOrDefault(seller.id(), Desk.EMPTY);
    }
}
