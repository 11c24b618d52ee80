package org.kamiau.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.IncomingText.CompanyText;
import org.kamiau.customers.IncomingText.PersonText;
import org.kamiau.platform.Actor;

/** Rows of one's own: every sample is somebody else. */
public final class Sample {
    public static final Intake BY_HAND = new Intake(Actor.SYSTEM, null, "hand");
    public static final Incoming.ConsentGiven CONSENT =
            new Incoming.ConsentGiven("mail", "お知らせを受け取ります", "2026-11", true, Instant.parse("2026-11-20T08:52:00Z"));

    private Sample() {}

    /** A company of an unknown domain with one person who has a mailbox there. */
    public static Incoming incoming() {
        var domain = domain();
        return incoming("検証" + domain.substring(0, 6) + "株式会社", "検証", "hanako@" + domain, null);
    }

    public static Incoming incoming(@Nullable String company, @Nullable String family, @Nullable String email, @Nullable String phone) {
        var person = new PersonText(family, family == null ? null : "花子", null, null, email, phone, "工事部長", null);
        return new IncomingText(person, new CompanyText(company, null, null, "建設業", "450", "福井県", null, null, null, null))
                .check()
                .incoming();
    }

    public static String domain() {
        return "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
    }
}
