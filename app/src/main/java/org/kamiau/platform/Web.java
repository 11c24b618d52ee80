package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How requests reach the modules: assets, the actor as a parameter, rights before everything. */
@Configuration
class Web implements WebMvcConfigurer {

    private final AccessDecision access;
    private final LocalValidatorFactoryBean validator;

    Web(AccessDecision access, Messages messages) {
        this.access = access;
        this.validator = new LocalValidatorFactoryBean();
        validator.setValidationMessageSource(messages);
        validator.afterPropertiesSet();
    }

    @Configuration
    static class Time {
        @Bean
        ApplicationClock clock() {
            return new ApplicationClock(InstantSource.system());
        }
    }

    @Override
    public Validator getValidator() {
        return validator;
    }

    /** Codes in forms and addresses are those of the API: the enum's name in lower case. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Codes());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class Codes implements ConverterFactory<String, Enum> {
        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return code -> type.cast(Enum.valueOf(type, code.strip().toUpperCase(Locale.ROOT)));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access).excludePathPatterns("/assets/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private static final class ActorArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(Me.class);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Requests.actor(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    /** Form fields arrive trimmed, empty ones as null. */
    @ControllerAdvice
    static class Forms {
        @InitBinder
        void trim(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new Trimming());
        }
    }

    private static final class Trimming extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            var trimmed = text == null ? "" : text.strip();
            if (!Characters.printable(trimmed)) {
                throw new IllegalArgumentException("control characters");
            }
            setValue(trimmed.isEmpty() ? null : trimmed.replace("\r\n", "\n"));
        }

        @Override
        public String getAsText() {
            return getValue() == null ? "" : String.valueOf(getValue());
        }
    }
}
