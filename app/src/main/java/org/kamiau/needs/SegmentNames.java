package org.kamiau.needs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.springframework.stereotype.Component;

/** Segments of customers as people call them; a need keeps their codes. */
@Component
class SegmentNames {

    private final Customers customers;

    SegmentNames(Customers customers) {
        this.customers = customers;
    }

    List<String> of(Collection<String> codes, Text t) {
        return codes.isEmpty() ? List.of() : called(codes, customers.segmentNames(), !t.japanese());
    }

    /** A segment that is in force no longer keeps its code for a name. */
    static List<String> called(Collection<String> codes, Map<String, Customers.SegmentName> names, boolean english) {
        return codes.stream().map(code -> name(code, names, english)).toList();
    }

    /** Those in force, and after them what is chosen already and is in force no longer. */
    List<Choice> choices(Collection<String> chosen, Text t) {
        var names = customers.segmentNames();
        return Stream.concat(names.keySet().stream(), chosen.stream())
                .distinct()
                .map(code -> new Choice(code, name(code, names, !t.japanese()), null))
                .toList();
    }

    private static String name(String code, Map<String, Customers.SegmentName> names, boolean english) {
        var name = names.get(code);
        return name == null ? code : english ? name.en() : name.ja();
    }
}
