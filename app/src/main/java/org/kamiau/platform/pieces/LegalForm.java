package org.kamiau.platform.pieces;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A company's name with its legal form told apart, so that the eye finds the name and no line breaks it. */
record LegalForm(String before, String name, String after) {

    private static final String FORMS =
            "株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人"
                    + "|特定非営利活動法人|社会福祉法人|医療法人|学校法人|宗教法人|独立行政法人|国立大学法人|協同組合|㈱|㈲|（株）|\\(株\\)";
    private static final Pattern PARTS = Pattern.compile("^(" + FORMS + ")?\\s*(.*?)\\s*(" + FORMS + ")?$");

    static LegalForm of(String name) {
        var parts = PARTS.matcher(name.strip());
        if (!parts.matches() || parts.group(2).isEmpty()) {
            return new LegalForm("", name, "");
        }
        return new LegalForm(orEmpty(parts.group(1)), parts.group(2), orEmpty(parts.group(3)));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
