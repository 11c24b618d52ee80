package org.kamiau.campaigns;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kamiau.campaigns.InquiryForm.Asked;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.campaigns.InquiryForm.Contents;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.visitors.Typed;
import org.kamiau.products.Product;

/** Reads what was typed about a form in the settings; whatever is wrong is named all at once. */
final class FormDraft {

    static final List<String> FIELDS = List.of(
            "code", "titleJa", "titleEn", "introductionJa", "introductionEn", "product", "kind", "campaign", "origin", "asks",
            "consentPurpose", "consentJa", "consentEn", "consentRequired", "thanksJa", "thanksEn");

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_CONSENT = 5_000;

    private final Typed typed;
    private final List<Product> products;
    private final Invalid.Findings findings = new Invalid.Findings();
    private final Set<String> wrong = new HashSet<>();

    FormDraft(Typed typed, List<Product> products) {
        this.typed = typed;
        this.products = products;
    }

    String code() {
        var code = needed("code", 60);
        if (!code.isEmpty() && !code.matches("[a-z0-9-]{2,60}")) {
            fault("code", "campaigns.code-invalid");
        }
        return code;
    }

    Contents contents() {
        return new Contents(
                needed("titleJa", LONGEST_TITLE),
                needed("titleEn", LONGEST_TITLE),
                optional("introductionJa", LONGEST_TEXT),
                optional("introductionEn", LONGEST_TEXT),
                product(),
                kind(),
                optional("campaign", 200),
                optional("origin", 100),
                asks(),
                optional("thanksJa", LONGEST_TEXT),
                optional("thanksEn", LONGEST_TEXT));
    }

    ConsentText consent() {
        return new ConsentText(
                needed("consentPurpose", 200),
                needed("consentJa", LONGEST_CONSENT),
                needed("consentEn", LONGEST_CONSENT),
                typed.has("consentRequired", "true"));
    }

    /** @throws Invalid if anything read so far is wrong */
    void check() {
        findings.raise();
    }

    private Product.@Nullable Id product() {
        var code = optional("product", 120);
        if (code == null) {
            return null;
        }
        var named = products.stream().filter(product -> product.code().equals(code)).findFirst();
        if (named.isEmpty()) {
            fault("product", "leads.invalid.product");
        }
        return named.map(Product::id).orElse(null);
    }

    private ResponseKind kind() {
        var code = needed("kind", 40);
        var named = Arrays.stream(ResponseKind.values()).filter(kind -> kind.code().equals(code)).findFirst();
        if (named.isEmpty()) {
            fault("kind", "platform.invalid.format");
        }
        return named.orElse(ResponseKind.OTHER);
    }

    private Set<Asked> asks() {
        var asks = new TreeSet<Asked>();
        for (var question : Asked.values()) {
            if (typed.has("asks", question.field())) {
                asks.add(question);
            }
        }
        return asks;
    }

    private String needed(String field, int longest) {
        var text = optional(field, longest);
        if (text == null) {
            fault(field, "platform.invalid.not-blank");
        }
        return text == null ? "" : text;
    }

    private @Nullable String optional(String field, int longest) {
        var text = typed.get(field);
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            fault(field, "customers.text.too-long", longest);
        } else if (text != null && !Characters.printable(text)) {
            fault(field, "platform.invalid.control");
        }
        return text;
    }

    /** The first fault of a field is the one to be told. */
    private void fault(String field, String code, Object... arguments) {
        if (wrong.add(field)) {
            findings.add(field, code, arguments);
        }
    }
}
