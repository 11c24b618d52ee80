package org.kamiau.customers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Domains as evidence of a company: normalised, and told apart from those of mail providers. */
public final class MailDomain {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Set<String> FREE = freeDomains();

    /** Second levels under which organisations register: the domain of a company has one label more. */
    private static final Set<String> SECOND_LEVELS =
            Set.of("co", "or", "ne", "ac", "go", "ed", "gr", "ad", "lg", "com", "net", "org", "gov", "edu");

    private MailDomain() {}

    /** Reads a domain or the address of a website: {@code https://www.example.co.jp/ir} is {@code example.co.jp}. */
    public static Parsed<String> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (text.length() > 2_000) {
            return new Parsed.Refused<>("customers.domain.invalid");
        }
        var host = JapaneseText.compatible(text).strip().toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf('@') + 1);
        var scheme = host.indexOf("://");
        host = scheme < 0 ? host : host.substring(scheme + 3);
        host = host.split("[/?#:]", 2)[0];
        var domain = ascii(host.startsWith("www.") ? host.substring(4) : host);
        return domain == null ? new Parsed.Refused<>("customers.domain.invalid") : new Parsed.Value<>(domain);
    }

    /** Whether this is a mail provider's domain, or one below it ({@code muse.ocn.ne.jp}). */
    public static boolean free(String domain) {
        return withParents(domain).stream().anyMatch(FREE::contains);
    }

    /** The domain and those above it, nearest first, down to what an organisation can register. */
    static List<String> withParents(String domain) {
        var domains = new ArrayList<String>();
        for (var rest = domain; registrable(rest); rest = rest.substring(rest.indexOf('.') + 1)) {
            domains.add(rest);
        }
        return List.copyOf(domains);
    }

    static @Nullable String ascii(String domain) {
        if (domain.length() > LONGEST || domain.indexOf('\0') >= 0) {
            return null;
        }
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return wellFormed(ascii) ? ascii : null;
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }

    private static boolean wellFormed(String ascii) {
        var labels = ascii.split("\\.", -1);
        if (labels.length < 2 || ascii.length() > LONGEST) {
            return false;
        }
        for (var label : labels) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
        }
        return !labels[labels.length - 1].chars().allMatch(Character::isDigit);
    }

    private static boolean registrable(String domain) {
        var labels = domain.split("\\.");
        if (labels.length < 2) {
            return false;
        }
        var country = labels[labels.length - 1].length() == 2;
        return labels.length > 2 || !(country && SECOND_LEVELS.contains(labels[0]));
    }

    private static Set<String> freeDomains() {
        try (var list = MailDomain.class.getResourceAsStream("free-mail-domains.txt")) {
            if (list == null) {
                throw new IllegalStateException("free-mail-domains.txt is missing beside " + MailDomain.class);
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
