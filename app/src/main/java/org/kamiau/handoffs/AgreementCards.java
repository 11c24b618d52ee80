package org.kamiau.handoffs;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.AgreementVersion.Signature;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Side;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Versions with the names of who signed, for pages; and on Today the draft that waits for this head. */
@Configuration
class AgreementCards {

    private final Agreements agreements;
    private final Directory directory;
    private final InstantSource clock;

    AgreementCards(Agreements agreements, Directory directory, InstantSource clock) {
        this.agreements = agreements;
        this.directory = directory;
        this.clock = clock;
    }

    /** The newest first. */
    List<AgreementCard> all() {
        return cards(agreements.all());
    }

    AgreementCard card(AgreementVersion version) {
        return cards(List.of(version)).getFirst();
    }

    private List<AgreementCard> cards(List<AgreementVersion> versions) {
        var people = directory.people(versions.stream().flatMap(AgreementCards::members).distinct().toList());
        var inForce = agreements.current().version();
        return versions.stream().map(version -> card(version, inForce, people)).toList();
    }

    private static Stream<MemberId> members(AgreementVersion version) {
        var members = new ArrayList<MemberId>();
        version.signatures().values().forEach(signature -> members.add(signature.by()));
        members.add(version.head().edited().by());
        if (version instanceof AgreementVersion.Signed signed && signed.decision() != null) {
            members.add(signed.decision().signature().by());
        }
        return members.stream();
    }

    private AgreementCard card(AgreementVersion version, int inForce, Map<MemberId, Directory.Person> people) {
        var head = version.head();
        var signed = version instanceof AgreementVersion.Signed done ? done : null;
        var decision = signed == null ? null : signed.decision();
        return new AgreementCard(
                head.id().value(), head.version(), head.revision(), head.base(), Standing.of(version, inForce, clock.instant()),
                Stream.of(Side.SALES, Side.MARKETING).map(side -> signature(side, version.signatures().get(side), people)).toList(),
                decision == null ? null : name(decision.signature().by(), people),
                decision == null ? null : decision.reason(),
                signed == null ? null : signed.inForceAt(),
                head.firstDay(), name(head.edited().by(), people), head.edited().at());
    }

    private static AgreementCard.Signed signature(Side side, @Nullable Signature signature, Map<MemberId, Directory.Person> people) {
        return new AgreementCard.Signed(side, signature == null ? null : name(signature.by(), people), signature == null ? null : signature.at());
    }

    private static String name(MemberId member, Map<MemberId, Directory.Person> people) {
        var person = people.get(member);
        return person == null ? "" : person.name();
    }

    @Bean
    Card agreementToSign() {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return 15;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                var mine = AgreementVersion.sidesOf(actor);
                return mine.isEmpty()
                        ? Optional.empty()
                        : agreements.draft()
                                .filter(draft -> !draft.signatures().isEmpty() && !draft.signatures().keySet().containsAll(mine))
                                .map(draft -> new Fragment("handoffs/tosign", card(draft)));
            }
        };
    }
}
