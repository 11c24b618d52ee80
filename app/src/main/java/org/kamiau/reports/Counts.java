package org.kamiau.reports;

/**
 * One line of the funnel. Inquiries are counted on their own day, everything else on the day on which the lead first
 * became an MQL.
 *
 * @param converted inquiries whose lead became an MQL within 30 days
 * @param sals MQLs accepted within 21 days; {@code sqls} confirmed by field sales within 21 days
 * @param returned MQLs returned, and not accepted within 21 days
 * @param fates where the MQLs are now
 */
public record Counts(
        long inquiries, long converted, long mqls, long sals, long sqls, long sqos, long returned, Fates fates) {

    /** Where MQLs are now; adds up to their number. */
    public record Fates(
            long waiting, long working, long sentBack, long confirmed, long nurture, long recycled, long disqualified, long closed) {

        static final Fates NONE = new Fates(0, 0, 0, 0, 0, 0, 0, 0);

        Fates plus(Fates other) {
            return new Fates(
                    waiting + other.waiting, working + other.working, sentBack + other.sentBack, confirmed + other.confirmed,
                    nurture + other.nurture, recycled + other.recycled, disqualified + other.disqualified, closed + other.closed);
        }
    }

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, Fates.NONE);

    public Counts plus(Counts other) {
        return new Counts(
                inquiries + other.inquiries, converted + other.converted, mqls + other.mqls, sals + other.sals, sqls + other.sqls,
                sqos + other.sqos, returned + other.returned, fates.plus(other.fates));
    }
}
