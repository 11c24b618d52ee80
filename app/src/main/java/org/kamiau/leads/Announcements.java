package org.kamiau.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** Tells people what leads expect of them. */
@Component
class Announcements {

    /** The new owner of each lead that was routed with a running clock. */
    void arrived(List<OpenLead> leads, Actor by) {}

    void promoted(Lead.Id lead, @Nullable MemberId owner, Actor by) {}

    void accepted(Lead.Id lead, @Nullable MemberId marketer, Actor by) {}

    void returned(Lead.Id lead, @Nullable MemberId marketer, Actor by) {}
}
