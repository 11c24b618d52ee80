package org.kamiau.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Headers, CSRF and who is asking. Rights are decided per route by {@link AccessDecision}. */
@Configuration
class Security {

    /** Styles may be inline (charts measure themselves with them), scripts never. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; ";

    /** The one place that other sites may show in a frame: public forms, which use no cookies. */
    static final String FRAMED = "/f/";

    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain chain(HttpSecurity http, ForeignForms foreignForms) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new DerivedCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(Security::carriesNoCookie))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(foreignForms))
                .headers(headers -> headers.frameOptions(frame -> frame.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(Security::writePolicy))
                .build();
    }

    /** A request that no browser sent on its own: the API with a bearer token, and forms of other sites. */
    private static boolean carriesNoCookie(HttpServletRequest request) {
        return Requests.isApi(request) || request.getRequestURI().startsWith(FRAMED);
    }

    private static void writePolicy(HttpServletRequest request, HttpServletResponse response) {
        var framed = request.getRequestURI().startsWith(FRAMED);
        response.setHeader(
                "Content-Security-Policy",
                CONTENT_SECURITY_POLICY + (framed ? "frame-ancestors *" : "frame-ancestors 'none'"));
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!request.getRequestURI().startsWith("/assets/") && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** Argon2id with Spring Security's current parameters. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Keeps Spring Boot from inventing a user of its own; sign-in is the people module's. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> identification(ObjectProvider<Identification> identification) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!request.getRequestURI().startsWith("/assets/")) {
                    identification.ifAvailable(who ->
                            who.identify(request).ifPresent(actor -> request.setAttribute(Me.ATTRIBUTE, actor)));
                }
                chain.doFilter(request, response);
            }
        });
        // Before Spring Security, whose CSRF tokens are derived from the session.
        registration.setOrder(-200);
        return registration;
    }
}
