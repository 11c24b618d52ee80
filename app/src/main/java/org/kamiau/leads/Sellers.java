package org.kamiau.leads;

import java.util.ArrayList;
import java.util.List;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Member;
import org.kamiau.people.Members;
import org.kamiau.people.Task;
import org.kamiau.platform.Function;
import org.springframework.stereotype.Component;

/** Who can take leads here, as the function map says; asked once per batch. */
@Component
class Sellers {

    private final Members members;
    private final FunctionMap functions;
    private final Desks desks;

    Sellers(Members members, FunctionMap functions, Desks desks) {
        this.members = members;
        this.functions = functions;
        this.desks = desks;
    }

    Routing routing() {
        var taking = functions.assignment(Task.LEAD_ACCEPTANCE);
        var giving = functions.assignment(Task.LEAD_QUALIFICATION);
        // Whatever the map says, somebody in sales takes leads; a firm without inside sales says field sales.
        var receiver = taking.function() == Function.INSIDE_SALES ? Function.INSIDE_SALES : Function.FIELD_SALES;
        var sellers = new ArrayList<Routing.Seller>();
        sellers.addAll(sellers(Function.INSIDE_SALES));
        sellers.addAll(sellers(Function.FIELD_SALES));
        return new Routing(receiver, taking.member(), giving.member(), sellers, desks.territories(), desks.all());
    }

    /** Those whose daily work it is; their leads and heads only where there is nobody else. */
    private List<Routing.Seller> sellers(Function function) {
        var all = members.withFunction(function);
        var workers = all.stream().filter(member -> !member.leads()).toList();
        return (workers.isEmpty() ? all : workers).stream().map(member -> seller(member, function)).toList();
    }

    private static Routing.Seller seller(Member member, Function function) {
        return new Routing.Seller(member.id(), function, member.name());
    }
}
