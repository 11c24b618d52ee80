package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Side;
import org.kamiau.products.Product;

/** A need as the API shows it. */
record NeedJson(
        String id, String code, String titleJa, String titleEn, Need.Kind kind, Need.State state, Instant stateSince, @Nullable String reason,
        @Nullable LocalDate reviewOn, @Nullable String mergedInto, @Nullable MemberId owner, @Nullable String parent, List<String> segments,
        List<String> products, @Nullable String hypothesis, @Nullable String response, List<Phrase> phrases, int meaning, @Nullable Agreed salesAgreed,
        @Nullable Agreed marketingAgreed, List<Need.State> steps, long voices, Instant createdAt) {

    /** Who agreed for a side, when, to which version of the meaning. */
    record Agreed(MemberId by, Instant at, int meaning) {

        static @Nullable Agreed of(NeedAgreements.@Nullable Word word) {
            return word == null ? null : new Agreed(word.member(), word.at(), word.meaning());
        }
    }

    static NeedJson of(Need need, List<Phrase> phrases, Map<Side, NeedAgreements.Word> agreed, long voices) {
        var standing = need.standing();
        return new NeedJson(
                need.id().toString(), need.code(), need.title().ja(), need.title().en(), need.kind(), standing.state(), standing.since(), standing.reason(),
                standing.reviewOn(), text(standing.into()), need.owner(), text(need.parent()), need.segments(),
                need.products().stream().map(Product.Id::toString).toList(), need.hypothesis(), need.response(), phrases, need.meaning(),
                Agreed.of(agreed.get(Side.SALES)), Agreed.of(agreed.get(Side.MARKETING)), need.steps(), voices, need.createdAt());
    }

    private static @Nullable String text(Need.@Nullable Id id) {
        return id == null ? null : id.toString();
    }
}
