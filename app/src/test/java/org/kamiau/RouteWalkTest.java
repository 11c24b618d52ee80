package org.kamiau;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Access;
import org.kamiau.platform.AccessDecision;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route there is, as nobody and as every role, and holds the answers against the decisions. */
@KamiauTest
class RouteWalkTest {

    /** One method of one address, with ids that nobody has. */
    private record Route(HttpMethod method, String path, @Nullable Annotation access) {

        boolean api() {
            return path.startsWith("/api/v1");
        }

        boolean changes() {
            return method != HttpMethod.GET;
        }

        boolean isPublic() {
            return access instanceof Access.Anyone;
        }

        /** What everybody may do with what is their own, auditors included. */
        boolean own() {
            return access instanceof Access.Members members && members.own();
        }

        /** Null where the annotation alone does not say. */
        @Nullable Boolean open(Role role) {
            if (access instanceof Access.Only only) {
                return List.of(only.value()).contains(role);
            }
            return role == Role.AUDIT && changes() && !own() && !isPublic() ? false : null;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.kamiau."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping, HandlerMethod method) {
        var methods = mapping.getMethodsCondition().getMethods().stream().map(one -> HttpMethod.valueOf(one.name())).toList();
        return mapping.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^/]+}", UUID.randomUUID().toString()).replaceAll("\\*+", "x"))
                .flatMap(path -> (methods.isEmpty() ? List.of(HttpMethod.GET) : methods)
                        .stream().map(one -> new Route(one, path, AccessDecision.of(method))));
    }

    private record Answer(int status, @Nullable String location) {}

    private Answer ask(Route route, RequestPostProcessor who) {
        var request = mvc.method(route.method()).uri(route.path()).with(who);
        if (route.changes() && route.api()) {
            request = request.contentType(MediaType.APPLICATION_JSON).content("{}");
        } else if (route.changes()) {
            request = request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
        }
        var answer = request.exchange();
        return answer.getUnresolvedException() != null
                ? new Answer(500, null)
                : new Answer(answer.getResponse().getStatus(), answer.getResponse().getHeader("Location"));
    }

    @Test
    void every_route_has_a_decision() {
        assertThat(routes()).isNotEmpty().filteredOn(route -> route.access() == null).isEmpty();
    }

    @Test
    void no_changing_route_names_auditors() {
        assertThat(routes())
                .filteredOn(route -> route.changes()
                        && route.access() instanceof Access.Only only
                        && Arrays.asList(only.value()).contains(Role.AUDIT))
                .isEmpty();
    }

    @Test
    void nobody_gets_no_further_than_the_door() {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var answer = ask(route, SamplePeople.visitor());
            var fine = route.isPublic()
                    ? answer.status() < 500
                    : route.api()
                            ? answer.status() == 401
                            : answer.status() == 303 && String.valueOf(answer.location()).startsWith("/sign-in");
            if (!fine) {
                wrong.add(route + " answers nobody with " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_role_gets_what_the_decision_says() {
        Map<Role, SamplePeople.Signed> members = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> members.put(role, people.as(role)));
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            members.forEach((role, member) -> {
                // A route may end the session it was asked with.
                var who = route.changes() ? people.signIn(member.id()) : member;
                var status = ask(route, who).status();
                var open = route.open(role);
                var fine = open == null || open ? status < 500 && status != 401 : status == 403;
                if (!fine) {
                    wrong.add(route + " answers " + role + " with " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }
}
