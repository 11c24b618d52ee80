package org.kamiau.campaigns;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.kamiau.campaigns.InquiryForm.Asked;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.campaigns.InquiryForm.Contents;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Actor;
import org.kamiau.platform.visitors.Signatures;
import org.springframework.stereotype.Component;

/** Forms for tests, each at an address of its own. */
@Component
public class SampleForms {

    static final ConsentText CONSENT = new ConsentText("製品のご案内", "個人情報の取扱いに同意します", "I agree to the use of my details", true);

    private final InquiryForms forms;
    private final Signatures signatures;

    SampleForms(InquiryForms forms, Signatures signatures) {
        this.forms = forms;
        this.signatures = signatures;
    }

    InquiryForm quotes() {
        return add(contents("お見積", "Quotes", "現場の数が未定でも構いません", ResponseKind.QUOTE_REQUEST), CONSENT);
    }

    InquiryForm brochure() {
        return add(contents("資料請求", "Brochure", "導入事例も載せています", ResponseKind.DOWNLOAD), CONSENT);
    }

    static Contents contents(String ja, String en, String introduction, ResponseKind kind) {
        return contents(ja, en, introduction, kind, EnumSet.allOf(Asked.class));
    }

    /** Without a product; NullAway does not see in compiled classes that it may be missing. */
    @SuppressWarnings("NullAway")
    static Contents contents(String ja, String en, String introduction, ResponseKind kind, Set<Asked> asks) {
        return new Contents(
                ja, en, introduction, introduction, null, kind, "秋の施策", "website", asks, introduction, introduction);
    }

    InquiryForm add(Contents contents, ConsentText consent) {
        var code = "form-" + UUID.randomUUID().toString().substring(0, 8);
        return forms.find(forms.add(code, contents, consent, Actor.SYSTEM)).orElseThrow();
    }

    /** As a visitor has it who was shown the form then. */
    String token(FormToken token) {
        return signatures.sign(PublicFormPages.TOKEN, token.content());
    }

    FormToken shown(InquiryForm form, Instant at) {
        return FormToken.fresh(form.id(), forms.consentVersion(form.id()), true, at);
    }
}
