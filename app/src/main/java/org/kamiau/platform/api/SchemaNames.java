package org.kamiau.platform.api;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Names a body after the API class that it is nested in, since every API has an {@code Answer} of its own. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null || !type.getName().startsWith("org.kamiau.")
                ? super.getNameOfClass(type)
                : outer.getSimpleName().replaceFirst("Api$", "") + type.getSimpleName();
    }
}
