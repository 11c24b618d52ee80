package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import org.jooq.Condition;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;

/** Who may read contact details: inside sales, customer success, and the account's owners. Administrators may not. */
public final class ContactRights {
    private ContactRights() {}

    /** Everybody's details, whoever owns them. */
    public static boolean all(Actor viewer) {
        return viewer.does(Function.INSIDE_SALES) || viewer.does(Function.CUSTOMER_SUCCESS);
    }

    public static boolean of(Actor viewer, Account.Owners owners) {
        var member = viewer.member();
        return all(viewer) || member != null && owners.include(member);
    }

    /** The persons whose details the viewer may read, for searching and filtering by what the screen would mask. */
    static Condition readable(Actor viewer) {
        var member = viewer.member();
        if (all(viewer)) {
            return trueCondition();
        }
        if (member == null) {
            return falseCondition();
        }
        var id = member.value();
        return exists(selectOne()
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(PERSON.ACCOUNT_ID))
                .and(ACCOUNT.FS_OWNER_ID.eq(id).or(ACCOUNT.IS_OWNER_ID.eq(id)).or(ACCOUNT.CS_OWNER_ID.eq(id))));
    }
}
