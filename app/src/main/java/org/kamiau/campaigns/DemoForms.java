package org.kamiau.campaigns;

import java.util.EnumSet;
import java.util.Set;
import org.kamiau.campaigns.InquiryForm.Asked;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.campaigns.InquiryForm.Contents;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Actor;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;

/** The demonstration company's two forms for its heat monitor: the brochure, and questions and quotes. */
@Component
class DemoForms implements DemoChapter {

    private final InquiryForms forms;

    DemoForms(InquiryForms forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public String title() {
        return "public forms";
    }

    @Override
    public void tell(Story story) {
        var product = story.get("product/A", Product.Id.class);
        forms.add("brochure", brochure(product), CONSENT, Actor.SYSTEM);
        forms.add("contact", contact(product), CONSENT, Actor.SYSTEM);
    }

    private static final ConsentText CONSENT = new ConsentText(
            "お問い合わせへの回答と製品のご案内",
            "個人情報の取扱いに同意します。ご記入いただいた情報は、お問い合わせへの回答と、製品・セミナーのご案内（電子メールを含みます）のために使います。ご案内はいつでも停止できます。",
            "I agree to the use of what I entered for answering my inquiry and for telling me about products and seminars, "
                    + "e-mail included. I can stop this at any time.",
            true);

    private static Contents brochure(Product.Id product) {
        return new Contents(
                "ナギ・モニター 資料請求",
                "Nagi Monitor brochure",
                "暑さ指数を現場ごとに測り、記録を自動で残すナギ・モニターの資料をお送りします。導入事例と価格の目安も載せています。",
                "The brochure of Nagi Monitor, which measures the heat index at every site and keeps the record by itself. "
                        + "With cases and price ranges.",
                product, ResponseKind.DOWNLOAD, "資料請求フォーム", "website",
                Set.copyOf(EnumSet.of(Asked.TITLE, Asked.EMPLOYEES, Asked.PREFECTURE)),
                "資料は、担当者からご案内します。",
                "Somebody of our team will get the brochure to you.");
    }

    private static Contents contact(Product.Id product) {
        return new Contents(
                "ナギ・モニター お問い合わせ・お見積",
                "Nagi Monitor questions and quotes",
                "現場の数や時期が決まっていなくてもご相談いただけます。担当者からお電話かメールでご連絡します。",
                "Ask us anything, even before numbers and dates are settled. We call or write back.",
                product, ResponseKind.QUOTE_REQUEST, "お問い合わせフォーム", "website", EnumSet.allOf(Asked.class),
                null, null);
    }
}
