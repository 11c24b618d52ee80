package org.kamiau.platform.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API for people: the same description that {@code /api/openapi.json} gives to machines. */
@Controller
@ConditionalOnWebApplication
class ApiPages {

    public record Page(String about, String server, List<Group> groups) {}

    /** The calls of one module. */
    public record Group(String name, List<Call> calls) {}

    public record Call(
            String id, String method, String path, String summary, String description, boolean open,
            List<Field> fields, @Nullable String body, List<Answer> answers, String curl) {}

    /** A parameter of a call. */
    public record Field(String name, String in, String type, boolean required, String description) {}

    public record Answer(String status, String description) {}

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    ApiPages(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @Access.Anyone
    @GetMapping("/api")
    ModelAndView page(HttpServletRequest request) throws JsonProcessingException {
        var text = description.openapiJson(request, "/api/openapi.json", Locale.ROOT);
        var api = json.readTree(new String(text, StandardCharsets.UTF_8));
        var server = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new ModelAndView("platform/api/page", "page", new Page(text(api.at("/info/description")), server, groups(api, server)));
    }

    private List<Group> groups(JsonNode api, String server) {
        var groups = new TreeMap<String, List<Call>>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            var call = verb.getValue();
            groups.computeIfAbsent(text(call.at("/tags/0")), _ -> new ArrayList<>())
                    .add(call(api, verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), call, server));
        }));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private Call call(JsonNode api, String method, String path, JsonNode call, String server) {
        var body = body(call);
        var open = call.has("security") && call.path("security").isEmpty();
        return new Call(
                text(call.path("operationId")), method, path, text(call.path("summary")), text(call.path("description")), open,
                fields(api, call), body, answers(api, call), Curl.of(method, server + path, open, body));
    }

    private @Nullable String body(JsonNode call) {
        var media = call.at("/requestBody/content/application~1json");
        var example = media.has("example") ? media.path("example") : media.path("examples").valueStream().findFirst()
                .map(each -> each.path("value")).orElse(media.path("example"));
        return example.isMissingNode() || example.isNull() ? null : json.writerWithDefaultPrettyPrinter().writeValueAsString(
                example.isString() ? json.readTree(example.stringValue()) : example);
    }

    private static List<Field> fields(JsonNode api, JsonNode call) {
        return call.path("parameters").valueStream()
                .map(parameter -> resolved(api, parameter))
                .map(parameter -> new Field(
                        text(parameter.path("name")),
                        text(parameter.path("in")),
                        type(parameter.path("schema")),
                        parameter.path("required").asBoolean(false),
                        text(parameter.path("description"))))
                .toList();
    }

    private static JsonNode resolved(JsonNode api, JsonNode node) {
        return node.has("$ref") ? api.at(text(node.path("$ref")).substring(1)) : node;
    }

    private static String type(JsonNode schema) {
        var codes = schema.path("enum").valueStream().map(JsonNode::asString).toList();
        return codes.isEmpty() ? text(schema.path("type")) : String.join(" | ", codes);
    }

    private static List<Answer> answers(JsonNode api, JsonNode call) {
        return call.path("responses").properties().stream()
                .map(answer -> new Answer(answer.getKey(), text(resolved(api, answer.getValue()).path("description"))))
                .toList();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }
}
