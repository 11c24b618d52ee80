package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What comparable customers need and did, over HTTP. */
@RestController
@Access.Members
class PeerApi {

    /** A fact; the accounts it rests on are never told. */
    record FactJson(UUID id, String textJa, String textEn, boolean approved, Instant writtenAt) {

        static FactJson of(PeerFacts.PeerFact fact) {
            return new FactJson(fact.id(), fact.ja(), fact.en(), fact.approved(), fact.at());
        }
    }

    /** A need of comparable accounts. */
    record PeerNeedJson(
            String need, String titleJa, String titleEn, Need.State state, int accounts, boolean heardHere, @Nullable LocalDate lastHeardHere,
            List<FactJson> facts) {

        static PeerNeedJson of(Peers.PeerNeed one) {
            return new PeerNeedJson(
                    one.need().id().toString(), one.need().title().ja(), one.need().title().en(), one.need().standing().state(), one.accounts(),
                    one.heardHere() != null, one.heardHere(), one.facts().stream().map(FactJson::of).toList());
        }
    }

    /** How many accounts are alike, how many of them spoke, and what they need. */
    record PeersJson(int comparable, int spoke, int fewest, List<PeerNeedJson> items) {}

    private final Peers peers;
    private final PeerFacts facts;
    private final Customers customers;

    PeerApi(Peers peers, PeerFacts facts, Customers customers) {
        this.peers = peers;
        this.facts = facts;
        this.customers = customers;
    }

    @Operation(
            summary = "What other customers do",
            description = "Needs that accounts like this one named within 52 weeks, the most named first, at most 8: alike are accounts of the same segment, or "
                    + "of the same industry with a third to thrice the employees. Only needs that at least 5 of them named; facts only where marketing "
                    + "approved them and 5 other accounts stand behind. No names, amounts or places.")
    @GetMapping("/api/v1/accounts/{id}/peers")
    PeersJson peers(@PathVariable Account.Id id) {
        if (!customers.accounts(List.of(id)).containsKey(id)) {
            throw new Refusal.NotFound();
        }
        var found = peers.of(id);
        return new PeersJson(found.accounts(), found.spoke(), PeerFacts.FEWEST, found.needs().stream().map(PeerNeedJson::of).toList());
    }

    @Operation(summary = "Facts about a need", description = "What several customers did about it, those too that wait for marketing's approval.")
    @GetMapping("/api/v1/needs/{id}/peer-facts")
    List<FactJson> of(@PathVariable Need.Id id) {
        return facts.of(List.of(id)).stream().map(FactJson::of).toList();
    }

    /** A fact to be approved. */
    record FactBody(
            @Schema(example = "点検の記録を現場でそのまま帳票にしている会社が多い", description = "At most 400 characters; no names, amounts, places, addresses")
                    @Nullable String textJa,
            @Schema(example = "Many turn the record into a form on the spot") @Nullable String textEn,
            @Schema(description = "Ids of at least 5 accounts that named the need and did so; never shown") @Nullable List<UUID> accounts) {}

    @Operation(
            summary = "Write down what customers did",
            description = "By anybody of the sales or marketing side. 422 needs.peer-identifying when words say who is meant, needs.peer-few below 5 accounts, "
                    + "needs.peer-foreign for accounts that never named the need.")
    @PostMapping("/api/v1/needs/{id}/peer-facts")
    ResponseEntity<FactJson> write(@PathVariable Need.Id id, @Valid @RequestBody FactBody body, @Me Actor me) {
        var fact = facts.write(id, body.textJa(), body.textEn(), Objects.requireNonNullElse(body.accounts(), List.of()), me);
        return ResponseEntity.created(URI.create("/api/v1/needs/" + id + "/peer-facts")).body(FactJson.of(fact));
    }

    @Operation(
            summary = "Approve a fact",
            description = "Once, by marketing; whoever wrote it does not, unless they head marketing (409 needs.peer-own). The words are checked again.")
    @PostMapping("/api/v1/peer-facts/{id}/approval")
    FactJson approve(@PathVariable UUID id, @Me Actor me) {
        return FactJson.of(facts.approve(id, me));
    }
}
