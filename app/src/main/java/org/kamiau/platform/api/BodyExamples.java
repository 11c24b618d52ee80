package org.kamiau.platform.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Gives each body that has no example one, put together from the examples of its fields. */
final class BodyExamples implements GlobalOpenApiCustomizer {

    /** Deeper than any body of ours; a schema that contains itself ends here. */
    private static final int DEEPEST = 8;

    @Override
    public void customise(OpenAPI api) {
        Objects.requireNonNullElse(api.getPaths(), Map.<String, PathItem>of())
                .forEach((_, path) -> path.readOperations().forEach(call -> complete(call, api)));
    }

    private static void complete(Operation call, OpenAPI api) {
        if (call.getRequestBody() == null || call.getRequestBody().getContent() == null) {
            return;
        }
        for (MediaType media : call.getRequestBody().getContent().values()) {
            if (media.getExample() == null && (media.getExamples() == null || media.getExamples().isEmpty())) {
                media.setExample(example(media.getSchema(), api, 0));
            }
        }
    }

    /** Null for a field without an example: it is left out. */
    private static @Nullable Object example(@Nullable Schema<?> schema, OpenAPI api, int depth) {
        if (schema == null || depth > DEEPEST) {
            return null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            return example(api.getComponents().getSchemas().get(name), api, depth + 1);
        }
        if (schema.getItems() != null) {
            var item = example(schema.getItems(), api, depth + 1);
            return item == null ? null : List.of(item);
        }
        if (schema.getProperties() == null) {
            return null;
        }
        var fields = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, property) -> {
            var value = example(property, api, depth + 1);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields.isEmpty() ? null : fields;
    }
}
