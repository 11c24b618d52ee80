package org.kamiau.platform.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kamiau.platform.Access;
import org.kamiau.platform.AccessDecision;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each call what follows from its kind: refusals, headers, whether a token is needed, its module. */
final class CallConventions implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation call, HandlerMethod method) {
        var module = module(method);
        call.setTags(List.of(module));
        call.setOperationId(noun(method) + "-" + method.getMethod().getName());
        if (AccessDecision.of(method) instanceof Access.Anyone) {
            call.setSecurity(List.of());
        }
        var verb = verb(method);
        addHeaders(call, verb);
        refusals(call, method, verb).forEach(status -> call.getResponses()
                .addApiResponse(status, new ApiResponse().$ref("#/components/responses/Refusal" + status)));
        return call;
    }

    /** The package below {@code org.kamiau}. */
    private static String module(HandlerMethod method) {
        return method.getBeanType().getPackageName().replaceFirst("^org\\.kamiau\\.", "").replaceFirst("\\..*", "");
    }

    private static String noun(HandlerMethod method) {
        return method.getBeanType().getSimpleName().replaceFirst("Api$", "").toLowerCase(Locale.ROOT);
    }

    private static RequestMethod verb(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping == null || mapping.method().length == 0 ? RequestMethod.GET : mapping.method()[0];
    }

    private static void addHeaders(Operation call, RequestMethod verb) {
        var parameters = new ArrayList<>(Objects.requireNonNullElse(call.getParameters(), List.<Parameter>of()));
        parameters.removeIf(parameter -> "If-Match".equals(parameter.getName()));
        if (verb == RequestMethod.POST) {
            parameters.add(new Parameter().$ref("#/components/parameters/Idempotency-Key"));
        }
        if (verb == RequestMethod.PATCH) {
            parameters.add(new Parameter().$ref("#/components/parameters/If-Match"));
        }
        parameters.add(new Parameter().$ref("#/components/parameters/Accept-Language"));
        call.setParameters(parameters);
    }

    private static Set<String> refusals(Operation call, HandlerMethod method, RequestMethod verb) {
        var statuses = new TreeSet<>(Set.of("400", "429"));
        if (!(AccessDecision.of(method) instanceof Access.Anyone)) {
            statuses.addAll(Set.of("401", "403"));
        }
        if (call.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            statuses.add("404");
        }
        if (call.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            statuses.add("422");
        }
        if (verb != RequestMethod.GET) {
            statuses.add("409");
        }
        if (verb == RequestMethod.PATCH) {
            statuses.add("428");
        }
        if (call.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        return statuses;
    }
}
