package org.kamiau.leads;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Incoming.ConsentGiven;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.JapaneseDate;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Json;
import org.kamiau.platform.imports.Importer;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;

/**
 * {@code ./kamiau import leads FILE}: rows become inquiries and go the way of all others. A row needs a
 * source and an external id at least; the source may be that of the whole file.
 */
@Component
class LeadImporter implements Importer {

    private static final List<String> KNOWN = List.of(
            "source.externalId", "source.system", "source.link", "occurredAt", "kind", "company.name", "company.corporateNumber",
            "company.domain", "company.industry", "company.employees", "company.prefecture", "company.phone",
            "company.postalCode", "company.address", "company.website", "person.familyName", "person.givenName",
            "person.familyKana", "person.givenKana", "person.email", "person.phone", "person.title", "person.department",
            "product", "campaign", "channel", "origin", "message", "consent.purpose", "consent.text", "consent.given", "consent.at");

    private static final Map<String, Integer> LONGEST = Map.of(
            "source.externalId", 200, "source.system", 100, "source.link", 1000, "product", 120, "campaign", 200, "channel", 100,
            "origin", 100, "message", 10_000, "consent.purpose", 200, "consent.text", 10_000);

    /** How Japanese files call responses, the longer words first where one holds another. */
    private static final List<Map.Entry<String, ResponseKind>> SPOKEN = List.of(
            Map.entry("デモ", ResponseKind.DEMO_REQUEST),
            Map.entry("見積", ResponseKind.QUOTE_REQUEST),
            Map.entry("資料", ResponseKind.DOWNLOAD),
            Map.entry("ダウンロード", ResponseKind.DOWNLOAD),
            Map.entry("ウェビナー", ResponseKind.WEBINAR),
            Map.entry("セミナー", ResponseKind.WEBINAR),
            Map.entry("展示会", ResponseKind.EVENT),
            Map.entry("イベント", ResponseKind.EVENT),
            Map.entry("価格", ResponseKind.PRICE_PAGE),
            Map.entry("料金", ResponseKind.PRICE_PAGE),
            Map.entry("事例", ResponseKind.CASE_STUDY),
            Map.entry("問合", ResponseKind.CONTACT),
            Map.entry("問い合わせ", ResponseKind.CONTACT),
            Map.entry("その他", ResponseKind.OTHER));

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "はい", "同意", "同意する", "許可", "○");

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Inquiries inquiries;
    private final Intake intake;
    private final Products products;

    LeadImporter(Inquiries inquiries, Intake intake, Products products) {
        this.inquiries = inquiries;
        this.intake = intake;
        this.products = products;
    }

    @Override
    public String kind() {
        return "leads";
    }

    @Override
    public String title() {
        return "leads.title";
    }

    @Override
    public List<Field> fields() {
        return KNOWN.stream()
                .map(Field::known)
                .map(field -> field.key().equals("source.externalId") ? field.needed() : field)
                .toList();
    }

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        var offered = products.all();
        var results = new HashMap<Integer, Result>();
        var good = new ArrayList<Inquiry>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var checked = examine(rows.get(i), context, offered);
            if (checked.inquiry() == null) {
                results.put(i, new Result.Refused(checked.faults()));
            } else {
                good.add(checked.inquiry());
                places.add(i);
            }
        }
        if (!good.isEmpty()) {
            var received = intake.take(good, context.by());
            for (int i = 0; i < received.size(); i++) {
                results.put(places.get(i), result(received.get(i)));
            }
        }
        return Stream.iterate(0, i -> i + 1).limit(rows.size()).map(results::get).toList();
    }

    private static Result result(Received received) {
        var effect = received.known() ? Effect.UNCHANGED : received.joined() ? Effect.JOINED : Effect.CREATED;
        var notes = received.contactMissing() && effect == Effect.CREATED
                ? List.of(Invalid.Field.of("person.email", "leads.contact-missing"))
                : List.<Invalid.Field>of();
        return new Result.Taken(effect, received.id().value(), notes);
    }

    private Inquiries.Checked examine(Row row, Context context, List<Product> offered) {
        var faults = new ArrayList<Invalid.Field>();
        LONGEST.forEach((field, most) -> {
            var text = row.get(field);
            if (text != null && text.length() > most) {
                faults.add(Invalid.Field.of(field, "leads.invalid.too-long", most));
            }
        });
        var system = row.get("source.system") == null ? context.source() : row.get("source.system");
        var externalId = row.get("source.externalId");
        if (externalId == null) {
            faults.add(Invalid.Field.of("source.externalId", "platform.invalid.not-null"));
        }
        var kind = kind(row.get("kind"), faults);
        var occurredAt = moment(row.get("occurredAt"), "occurredAt", faults);
        var consent = consent(row, occurredAt, faults);
        if (!faults.isEmpty() || externalId == null) {
            return new Inquiries.Checked(null, faults);
        }
        return inquiries.examine(
                new Inquiries.Draft(
                        who(row), kind, Inquiry.Via.FILE, row.get("product"), row.get("campaign"), row.get("channel"),
                        row.get("origin"), row.get("message"), occurredAt,
                        new Inquiry.Source(system, externalId, row.get("source.link")), consent, context.startClocks()),
                offered);
    }

    private static IncomingText who(Row row) {
        return new IncomingText(
                new IncomingText.PersonText(
                        row.get("person.familyName"), row.get("person.givenName"), row.get("person.familyKana"),
                        row.get("person.givenKana"), row.get("person.email"), row.get("person.phone"), row.get("person.title"),
                        row.get("person.department")),
                new IncomingText.CompanyText(
                        row.get("company.name"), row.get("company.corporateNumber"), row.get("company.domain"),
                        row.get("company.industry"), row.get("company.employees"), row.get("company.prefecture"),
                        row.get("company.phone"), row.get("company.postalCode"), row.get("company.address"),
                        row.get("company.website")));
    }

    /** A file without a column for it holds "other" responses, which count for nothing. */
    private static @Nullable ResponseKind kind(@Nullable String text, List<Invalid.Field> faults) {
        if (text == null) {
            return ResponseKind.OTHER;
        }
        var code = text.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        var kind = Arrays.stream(ResponseKind.values()).filter(one -> one.code().equals(code)).findFirst().orElse(null);
        if (kind != null) {
            return kind;
        }
        var spoken = SPOKEN.stream().filter(word -> text.contains(word.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
        if (spoken == null) {
            faults.add(Invalid.Field.of("kind", "leads.invalid.kind"));
        }
        return spoken;
    }

    /** A moment as the API writes it, or a day in any of the ways that Japanese files write days. */
    private static @Nullable Instant moment(@Nullable String text, String field, List<Invalid.Field> faults) {
        if (text == null) {
            return null;
        }
        try {
            return Json.read(text);
        } catch (DateTimeException noMoment) {
            var day = JapaneseDate.parseDateTime(text).orNull();
            if (day == null) {
                faults.add(Invalid.Field.of(field, "leads.invalid.date"));
                return null;
            }
            return day.atZone(ZONE).toInstant();
        }
    }

    private static @Nullable ConsentGiven consent(Row row, @Nullable Instant occurredAt, List<Invalid.Field> faults) {
        var text = row.get("consent.text");
        var given = row.get("consent.given");
        var at = moment(row.get("consent.at"), "consent.at", faults);
        if (text == null || given == null) {
            return null;
        }
        var when = at != null ? at : occurredAt;
        if (when == null) {
            faults.add(Invalid.Field.of("consent.at", "platform.invalid.not-null"));
            return null;
        }
        var purpose = row.get("consent.purpose");
        return new ConsentGiven(purpose == null ? "marketing" : purpose, text, "file", YES.contains(given.toLowerCase(Locale.ROOT)), when);
    }
}
