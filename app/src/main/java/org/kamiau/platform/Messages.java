package org.kamiau.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts: {@code messages.properties} (English) and {@code messages_ja.properties} of every package, in
 * ICU MessageFormat. Every language but English falls back to Japanese, which comes first here.
 */
@Component("messageSource")
public class Messages extends AbstractMessageSource {

    private record Key(String code, boolean english) {}

    private final Map<String, String> english;
    private final Map<String, String> japanese;
    private final Map<Key, MessageFormat> formats = new ConcurrentHashMap<>();

    Messages() {
        english = load("classpath*:org/kamiau/**/messages.properties");
        japanese = load("classpath*:org/kamiau/**/messages_ja.properties");
    }

    private static Map<String, String> load(String pattern) {
        var texts = new HashMap<String, String>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(resource).forEach((key, text) -> put(texts, resource, (String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    private static Properties read(Resource resource) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void put(Map<String, String> texts, Resource from, String key, String text) {
        if (texts.put(key, text) != null) {
            throw new IllegalStateException("text " + key + " is written twice, again in " + from);
        }
    }

    public Set<String> keys(Locale locale) {
        return texts(locale).keySet();
    }

    /** The text as it was written, to be compared or filled by others; null when there is none. */
    public @Nullable String pattern(String code, Locale locale) {
        return texts(locale).get(code);
    }

    private Map<String, String> texts(Locale locale) {
        return isEnglish(locale) ? english : japanese;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** Formats are not safe for several threads, so each call works on a copy. */
    String format(String code, Locale locale, @Nullable Object... arguments) {
        var cached = formats.computeIfAbsent(new Key(code, isEnglish(locale)), key -> compile(key, locale));
        var format = (MessageFormat) cached.clone();
        return format.format(arguments, new StringBuffer(), null).toString();
    }

    private MessageFormat compile(Key key, Locale locale) {
        var pattern = texts(locale).get(key.code());
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key.code() + " in " + locale);
        }
        var format = new MessageFormat(pattern, key.english() ? Locale.ENGLISH : Locale.JAPANESE);
        for (var part : format.getFormats()) {
            if (part instanceof com.ibm.icu.text.DateFormat date) {
                date.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
            }
        }
        return format;
    }

    /** For Spring and Bean Validation, which fill their own named places: the text as it stands. */
    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return pattern(code, locale);
    }

    @Override
    protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
        var pattern = pattern(code, locale);
        return pattern == null ? null : new java.text.MessageFormat(pattern, locale);
    }
}
