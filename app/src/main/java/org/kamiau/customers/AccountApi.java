package org.kamiau.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ApiPage;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/api/v1/accounts")
@Access.Members
class AccountApi {
    private final Accounts accounts;
    private final Lists lists;
    private final ListDefinition<AccountList.Row> list;

    AccountApi(Accounts accounts, Lists lists, ListDefinition<AccountList.Row> list) {
        this.accounts = accounts;
        this.lists = lists;
        this.list = list;
    }

    /** An account in a list. */
    record AccountLine(
            String id,
            String name,
            @Nullable String corporateNumber,
            String lifecycle,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable String prefecture,
            List<String> segments,
            @Nullable Integer abmTier,
            @Nullable MemberId fsOwner,
            @Nullable MemberId isOwner,
            @Nullable MemberId csOwner) {

        static AccountLine of(AccountList.Row row) {
            return new AccountLine(
                    row.id().toString(), row.name(), row.corporateNumber(), row.lifecycle(), row.industry(), row.employees(),
                    row.prefecture(), row.segments(), row.abmTier(), row.fsOwner(), row.isOwner(), row.csOwner());
        }
    }

    @Operation(
            summary = "Accounts by name",
            description = "q finds any part of a name or its reading, or a whole corporate number; lifecycle, industry, prefecture "
                    + "(several with commas), employees.at-least, abmTier, segments and owners (me or a member id) narrow it.")
    @Parameter(name = "q", description = "part of a name", example = "検証")
    @Parameter(name = "limit", description = "1 to 200", example = "50")
    @Parameter(name = "cursor", description = "next of the answer before")
    @Parameter(name = "lifecycle", example = "customer,in_deal")
    @GetMapping
    ApiPage<AccountLine> list(HttpServletRequest request, @Me Actor me) {
        return lists.api(list, request, me, AccountLine::of);
    }

    /** What one sends to add an account; owners by member id. */
    record AccountBody(
            @Schema(example = "検証建設株式会社", description = "with its legal form, at most 200 characters")
                    @Nullable String name,
            @Schema(example = "ケンショウケンセツ") @Nullable String nameKana,
            @Schema(example = "4900000000101", description = "13 digits with their check digit, T in front allowed")
                    @Nullable String corporateNumber,
            @Schema(example = "kensho-kensetsu.example", description = "of the website or of their mail; mail providers are refused")
                    @Nullable String domain,
            @Schema(example = "construction", description = "a code, or words when none fits") @Nullable String industry,
            @Schema(example = "450", description = "0 to 5,000,000") @Nullable Integer employees,
            @Schema(example = "18", description = "code, or name in Japanese or English") @Nullable String prefecture,
            @Schema(example = "0776-21-1111") @Nullable String phone,
            @Schema(example = "910-0005") @Nullable String postalCode,
            @Schema(example = "福井県福井市大手3-17-1") @Nullable String address,
            @Schema(example = "https://kensho-kensetsu.example/") @Nullable String website,
            @Schema(description = "1 to 3; only heads and sales operations") @Nullable Integer abmTier,
            @Schema(example = "prospect", description = "prospect, in_deal, customer or dormant") @Nullable String lifecycle,
            @Schema(description = "member id; only heads and sales operations") @Nullable String fsOwner,
            @Nullable String isOwner,
            @Nullable String csOwner) {

        AccountText text() {
            return new AccountText(
                    name, nameKana, corporateNumber, domain, industry, number(employees), prefecture, phone, postalCode, address,
                    website, number(abmTier), lifecycle, fsOwner, isOwner, csOwner);
        }

        private static @Nullable String number(@Nullable Integer number) {
            return number == null ? null : number.toString();
        }
    }

    @Operation(summary = "One account", description = "The ETag is what a change sends back in If-Match.")
    @GetMapping("/{id}")
    ResponseEntity<AccountJson> read(@PathVariable Account.Id id) {
        return answer(accounts.get(id), ResponseEntity.ok());
    }

    @Operation(
            summary = "Add an account",
            description = "409 when another account has the corporate number or the domain. Does not look for the same company "
                    + "under another spelling: leads do.")
    @PostMapping
    ResponseEntity<AccountJson> add(@RequestBody AccountBody body, @Me Actor me) {
        var added = accounts.add(body.text(), me);
        return answer(added, ResponseEntity.created(URI.create("/api/v1/accounts/" + added.id())));
    }

    @Operation(
            summary = "Change an account",
            description = "Fields that are absent stay as they are; null empties a field. 409 when somebody changed it since.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = AccountBody.class)))
    @PatchMapping("/{id}")
    ResponseEntity<AccountJson> change(
            @PathVariable Account.Id id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body,
            @Me Actor me) {
        var read = Version.expected(ifMatch);
        var changed = AccountPatch.of(body).applied(AccountText.of(accounts.get(id)));
        return answer(accounts.change(id, read, changed, me), ResponseEntity.ok());
    }

    private ResponseEntity<AccountJson> answer(Account account, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(Version.of(account.version()).toString())
                .body(AccountJson.of(account, accounts.domains(account.id())));
    }
}
