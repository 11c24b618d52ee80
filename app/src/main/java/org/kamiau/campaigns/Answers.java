package org.kamiau.campaigns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.campaigns.InquiryForm.Asked;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.customers.Incoming.ConsentGiven;
import org.kamiau.customers.IncomingText;
import org.kamiau.leads.Inquiries;
import org.kamiau.leads.Inquiry;
import org.kamiau.leads.Intake;
import org.kamiau.leads.IntakeQueue;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.visitors.Typed;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;

/** Takes in what visitors typed into a form. */
@Component
class Answers {

    static final List<String> FIELDS = List.of(
            "company", "familyName", "givenName", "email", "phone", "title", "department", "employees", "prefecture", "message", "consent");

    static final int LONGEST_MESSAGE = 4_000;

    private static final List<String> NEEDED = List.of("company", "familyName", "givenName", "email");
    private static final Map<String, String> NAMES = Map.of("company.name", "company");

    private final Inquiries inquiries;
    private final IntakeQueue queue;
    private final Intake intake;
    private final Products products;
    private final Calendars calendars;
    private final InstantSource clock;

    Answers(Inquiries inquiries, IntakeQueue queue, Intake intake, Products products, Calendars calendars, InstantSource clock) {
        this.inquiries = inquiries;
        this.queue = queue;
        this.intake = intake;
        this.products = products;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The same token again changes nothing.
     *
     * @param consent the words that stood on the screen, as the token says
     * @throws Invalid naming every field that is wrong, by its name in the page
     */
    void take(InquiryForm form, FormToken token, ConsentText consent, Typed typed) {
        var faults = faults(consent, typed);
        try {
            var inquiry = inquiries.check(draft(form, token, consent, typed));
            if (faults.isEmpty()) {
                queue.take(inquiry, Actor.SYSTEM);
                return;
            }
        } catch (Invalid invalid) {
            invalid.fields().forEach(fault -> faults.add(new Invalid.Field(inPage(fault.field()), fault.code(), fault.arguments())));
        }
        throw new Invalid(faults);
    }

    private static List<Invalid.Field> faults(ConsentText consent, Typed typed) {
        var faults = new ArrayList<Invalid.Field>();
        for (var field : FIELDS) {
            var text = typed.get(field);
            if (text == null && NEEDED.contains(field)) {
                faults.add(Invalid.Field.of(field, "platform.invalid.not-blank"));
            } else if (text != null && !Characters.printable(text)) {
                faults.add(Invalid.Field.of(field, "platform.invalid.control"));
            }
        }
        var message = typed.get("message");
        if (message != null && message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
            faults.add(Invalid.Field.of("message", "customers.text.too-long", LONGEST_MESSAGE));
        }
        if (consent.required() && !typed.has("consent", "true")) {
            faults.add(Invalid.Field.of("consent", "campaigns.public.consent-needed"));
        }
        return faults;
    }

    private Inquiries.Draft draft(InquiryForm form, FormToken token, ConsentText consent, Typed typed) {
        var contents = form.contents();
        var now = clock.instant();
        return new Inquiries.Draft(
                who(contents, typed),
                contents.kind(),
                Inquiry.Via.FORM,
                product(contents.product()),
                contents.campaign(),
                "web",
                contents.origin() == null ? "website" : contents.origin(),
                asked(contents, Asked.MESSAGE, typed),
                now,
                new Inquiry.Source("form", token.id().toString(), null),
                new ConsentGiven(
                        consent.purpose(), consent.in(token.japanese()), token.consentName(form.code()), typed.has("consent", "true"), now),
                true);
    }

    private @Nullable String product(Product.@Nullable Id id) {
        return id == null ? null : products.find(id).map(Product::code).orElse(null);
    }

    private static IncomingText who(InquiryForm.Contents contents, Typed typed) {
        return new IncomingText(
                new IncomingText.PersonText(
                        typed.get("familyName"), typed.get("givenName"), null, null, typed.get("email"),
                        asked(contents, Asked.PHONE, typed), asked(contents, Asked.TITLE, typed), asked(contents, Asked.DEPARTMENT, typed)),
                new IncomingText.CompanyText(
                        typed.get("company"), null, null, null, asked(contents, Asked.EMPLOYEES, typed),
                        asked(contents, Asked.PREFECTURE, typed), null, null, null, null));
    }

    /** What the form does not ask, nobody can slip in. */
    private static @Nullable String asked(InquiryForm.Contents contents, Asked question, Typed typed) {
        return contents.asks(question) ? typed.get(question.field()) : null;
    }

    private static String inPage(String field) {
        return NAMES.getOrDefault(field, field.substring(field.lastIndexOf('.') + 1));
    }

    /** Until when the visitor hears from us. The same for everybody, so that the page tells nothing of their score. */
    Instant due(ResponseKind kind) {
        return calendars.current().due(clock.instant(), within(kind));
    }

    BusinessTime within(ResponseKind kind) {
        return intake.answerWithin(kind);
    }
}
