package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.kamiau.handoffs.Agreement.Wording;

/** The words that both sides must mean the same by. */
public enum Term {
    MQL(
            "両部門で決めた得点の基準(適合と関心、または手挙げと適合)を満たしたリード。基準は得点ルールの版で決まる。",
            "A lead that meets the score rules both sides released: fit and interest, or a raised hand and fit."),
    SAL(
            "受け手が定義に合うと認めて受領したMQL。連絡する前に判断する。",
            "An MQL that the receiver accepts as meeting the definition, before any contact."),
    SQL(
            "会話ができ、ニーズと次の面談が確認でき、フィールドセールスが確認したリード(有効商談)。",
            "A lead with a conversation held, a need and the next meeting confirmed, and field sales' confirmation."),
    RETURN(
            "手続き・不足・定義の理由だけで、連絡する前に助言を添えて戻すこと。",
            "Sent back before any contact, with advice, only for procedure, missing items or the definition."),
    DISQUALIFICATION(
            "連絡した後に、ニーズ・予算・決裁権・適合がないと分かったもの。返却とは分けて数える。",
            "Found after contact to have no need, budget, authority or fit. Counted apart from returns.");

    private final Wording standard;

    Term(String ja, String en) {
        this.standard = new Wording(ja, en);
    }

    /** Where nothing else was agreed. */
    public Wording standard() {
        return standard;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
