package org.kamiau.platform.api;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.Me;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is true of every call of the API, written into its description once: who may call, what refusals look
 * like, repeated requests, versions. Each call's own words stand at its method.
 */
@Configuration
@ConditionalOnWebApplication
class Description {

    /** Status → when it is answered; each is a response that calls refer to. */
    static final Map<String, String> REFUSALS = Map.of(
            "400", "Malformed: no JSON, or bytes that are no text. Nothing was changed.",
            "401", "No token, or one that is not valid any more.",
            "403", "Not the caller's to do.",
            "404", "There is no such record, or not for the caller.",
            "409", "A rule says no: the record has gone on (stale If-Match), or is in a state that does not allow this,"
                    + " or the Idempotency-Key was used with another body. Nothing was changed.",
            "413", "The body is larger than 1 MB.",
            "415", "The body is no application/json.",
            "422", "Fields that cannot be used, each named in errors by its JSON pointer. Nothing was changed.",
            "428", "A change needs If-Match with the ETag that it was decided on.",
            "429", "Too many requests; Retry-After says how many seconds to wait.");

    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(Me.class);
    }

    @Bean
    OpenAPI openApi() {
        var components = new Components()
                .addSecuritySchemes("token", new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token from ./kamiau token --user MAIL or from one's settings; acts with its member's rights."))
                .addSchemas("Problem", problem())
                .addParameters("Idempotency-Key", idempotencyKey())
                .addParameters("If-Match", ifMatch())
                .addParameters("Accept-Language", language());
        REFUSALS.forEach((status, when) -> components.addResponses("Refusal" + status, refusal(status, when)));
        return new OpenAPI()
                .info(new Info()
                        .title("Kamiau")
                        .version("1")
                        .license(new License().name("Apache-2.0"))
                        .description("The shared workplace of sales and marketing. JSON with camelCase names; ids are opaque"
                                + " strings; moments are ISO 8601 and answered with +09:00 (without offset they are read as"
                                + " Japanese time); money is {amount, currency} in whole yen. A request changes everything"
                                + " or nothing. Lists answer {items, next}; next goes back as cursor, null at the end."))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(components);
    }

    private static Schema<?> problem() {
        var error = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("Where, as a JSON pointer (RFC 6901).").example("/person/email"))
                .addProperty("code", new StringSchema().description("The message key, stable.").example("platform.invalid.not-blank"))
                .addProperty("message", new StringSchema().description("In the caller's language.").example("This is needed."));
        return new ObjectSchema()
                .description("RFC 9457.")
                .addProperty("title", new StringSchema().description("What is wrong, in the caller's language."))
                .addProperty("status", new IntegerSchema().description("The HTTP status again."))
                .addProperty("instance", new StringSchema().description("The address that was asked for.").example("/api/v1/leads"))
                .addProperty("code", new StringSchema().description("The message key, stable.").example("platform.error.invalid"))
                .addProperty("errors", new ArraySchema().items(error).description("With 422: each field that is wrong."));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .required(false)
                .schema(new StringSchema().minLength(1).maxLength(255))
                .description("Any key of one's own, kept 24 hours per token and path: the same key and body give the first"
                        + " answer again (with Idempotency-Replayed: true), a concurrent twin waits for it, another body is 409.")
                .example("5f0c3b1e-order-17");
    }

    private static Parameter ifMatch() {
        return new HeaderParameter()
                .name("If-Match")
                .required(true)
                .schema(new StringSchema())
                .description("The ETag of the record as it was read.")
                .example("\"7\"");
    }

    private static Parameter language() {
        return new HeaderParameter()
                .name("Accept-Language")
                .required(false)
                .schema(new StringSchema()._enum(List.of("ja", "en")))
                .description("Language of texts in the answer; else the member's, else Japanese.")
                .example("ja");
    }

    private static ApiResponse refusal(String status, String when) {
        var response = new ApiResponse()
                .description(when)
                .content(new Content().addMediaType(
                        "application/problem+json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        return status.equals("429")
                ? response.addHeaderObject("Retry-After", new Header().schema(new IntegerSchema()).description("Seconds."))
                : response;
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    GlobalOperationCustomizer callConventions() {
        return new CallConventions();
    }

    @Bean
    GlobalOpenApiCustomizer bodyExamples() {
        return new BodyExamples();
    }
}
