package org.kamiau.customers;

import static db.customers.Tables.SEGMENT;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The segments as they are stored. */
@Component
class SegmentRows {
    private final DSLContext sql;

    SegmentRows(DSLContext sql) {
        this.sql = sql;
    }

    Segments inForce() {
        return new Segments(sql.selectFrom(SEGMENT)
                .orderBy(SEGMENT.POSITION, SEGMENT.CODE)
                .fetch(row -> new Segments.Segment(
                        row.getCode(),
                        row.getNameJa(),
                        row.getNameEn(),
                        row.getTarget(),
                        industries(row.getIndustries()),
                        row.getFewestEmployees(),
                        row.getMostEmployees(),
                        prefectures(row.getPrefectures()))));
    }

    private static Set<Industry> industries(String[] codes) {
        return Arrays.stream(codes).map(Industry::find).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Set<Prefecture> prefectures(String[] codes) {
        return Arrays.stream(codes).map(Prefecture::ofCode).collect(Collectors.toSet());
    }
}
