package org.kamiau.platform.answers;

import static db.platform.Tables.ANSWER_RECEIPT;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.answers.AnswerLinks.Link;
import org.kamiau.platform.visitors.Signatures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings answers to the module that asked, each once. */
@Component
@Transactional
class Answering {

    private final ObjectProvider<Questionnaire> questionnaires;
    private final Signatures signatures;
    private final DSLContext sql;

    Answering(ObjectProvider<Questionnaire> questionnaires, Signatures signatures, DSLContext sql) {
        this.questionnaires = questionnaires;
        this.signatures = signatures;
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(Link link) {
        return asks(link).flatMap(questionnaire -> questionnaire.sheet(link.key()));
    }

    private Optional<Questionnaire> asks(Link link) {
        return questionnaires.stream().filter(one -> one.kind().equals(link.kind())).findFirst();
    }

    /** A link for one person that was answered with. */
    @Transactional(readOnly = true)
    public boolean spent(Link link) {
        return link.once() != null && sql.fetchExists(ANSWER_RECEIPT, ANSWER_RECEIPT.RECEIPT.eq(receipt(link, "")));
    }

    /**
     * @param shown names the page that was filled in
     * @throws AlreadyAnswered when it, or the link for one person, was sent before
     */
    public void take(Link link, String shown, Map<String, Answer> answers) {
        int first = sql.insertInto(ANSWER_RECEIPT)
                .set(ANSWER_RECEIPT.RECEIPT, receipt(link, shown))
                .onConflictDoNothing()
                .execute();
        if (first == 0) {
            throw new AlreadyAnswered();
        }
        asks(link).orElseThrow(Refusal.NotFound::new).take(link.key(), answers);
    }

    private byte[] receipt(Link link, String shown) {
        var once = link.once();
        return signatures.image("answer-receipt", String.join(".", link.kind(), link.key(), once == null ? shown : "once." + once));
    }
}
