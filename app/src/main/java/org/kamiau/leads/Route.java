package org.kamiau.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Boundary;
import org.kamiau.platform.MemberId;

/** Where a qualified lead goes, and why. */
record Route(Boundary boundary, @Nullable MemberId from, @Nullable MemberId to, List<Reason> why) {}
