package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Decides every route by its {@link Access}; what carries none is closed. */
@Component
public class AccessDecision implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isFramework(method)) {
            decide(method, Requests.actor(request), changes(request));
        }
        return true;
    }

    /** Spring's own error page and the API description are open; their routes carry no annotation of ours. */
    private static boolean isFramework(HandlerMethod method) {
        var name = method.getBeanType().getName();
        return name.startsWith("org.springframework.boot.") || name.startsWith("org.springdoc.");
    }

    private static boolean changes(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    private static void decide(HandlerMethod method, @Nullable Actor actor, boolean changes) {
        var access = of(method);
        if (access instanceof Access.Anyone) {
            return;
        }
        if (actor == null) {
            throw new Refusal.NotSignedIn();
        }
        var allowed = access instanceof Access.Members members && (members.own() || !changes || !actor.readsOnly())
                || access instanceof Access.Only only && actor.is(only.value());
        if (!allowed) {
            throw new Refusal.NotAllowed();
        }
    }

    /** The decision on the method, else on its class, else none. */
    public static @Nullable Annotation of(HandlerMethod method) {
        var onMethod = first(method.getMethod().getAnnotations());
        return onMethod != null ? onMethod : first(method.getBeanType().getAnnotations());
    }

    private static @Nullable Annotation first(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof Access.Anyone
                    || annotation instanceof Access.Members
                    || annotation instanceof Access.Only) {
                return annotation;
            }
        }
        return null;
    }
}
