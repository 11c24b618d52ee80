package org.kamiau.needs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.Intake;
import org.kamiau.customers.JapaneseDate;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Json;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;

/**
 * {@code ./kamiau import voices FILE}: a row is a voice, and goes the way of all others. A row without an external id is
 * known again by what it says, of whom and when.
 */
@Component
class VoiceImporter implements Importer {

    /** How files call the places, the longer words first where one holds another. */
    private static final List<Map.Entry<String, Voice.Channel>> SPOKEN = List.of(
            Map.entry("問合", Voice.Channel.INQUIRY),
            Map.entry("問い合わせ", Voice.Channel.INQUIRY),
            Map.entry("アンケート", Voice.Channel.SURVEY),
            Map.entry("調査", Voice.Channel.SURVEY),
            Map.entry("カスタマーサクセス", Voice.Channel.CS),
            Map.entry("サポート", Voice.Channel.CS),
            Map.entry("展示会", Voice.Channel.EVENT),
            Map.entry("セミナー", Voice.Channel.EVENT),
            Map.entry("イベント", Voice.Channel.EVENT),
            Map.entry("電話", Voice.Channel.CALL),
            Map.entry("メール", Voice.Channel.MAIL),
            Map.entry("店", Voice.Channel.STORE),
            Map.entry("sns", Voice.Channel.SOCIAL),
            Map.entry("面談", Voice.Channel.MEETING),
            Map.entry("訪問", Voice.Channel.MEETING),
            Map.entry("商談", Voice.Channel.MEETING),
            Map.entry("打合", Voice.Channel.MEETING),
            Map.entry("打ち合わせ", Voice.Channel.MEETING),
            Map.entry("会議", Voice.Channel.MEETING));

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "はい", "要", "あり", "必要", "○");

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Voices voices;

    VoiceImporter(Voices voices) {
        this.voices = voices;
    }

    @Override
    public String kind() {
        return "voices";
    }

    @Override
    public String title() {
        return "needs.voice-title";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("raw", "needs.voice-field.raw", true, Set.of("声", "顧客の声", "言葉", "発言", "発言内容", "顧客の発言", "ご意見", "自由記述", "raw", "voice", "voc", "verbatim")),
                new Field("channel", "needs.voice-channel", true, Set.of("聞いた場", "場", "接点", "入手経路", "媒体", "channel")),
                Field.known("occurredAt"),
                Field.known("company.name"),
                Field.known("company.corporateNumber"),
                Field.known("company.domain"),
                Field.known("company.phone"),
                Field.known("company.address"),
                new Field("account.externalId", "needs.voice-import-account", false, Set.of("顧客ID", "取引先ID", "顧客番号", "account id", "customer id")),
                Field.known("person.familyName"),
                Field.known("person.givenName"),
                Field.known("person.email"),
                Field.known("person.title"),
                new Field("motive", "needs.voice-field.motive", false, Set.of("本音", "解釈", "真意", "motive", "interpretation")),
                new Field("asked", "needs.voice-field.asked", false, Set.of("問いかけ", "質問内容", "こちらの発言", "asked")),
                new Field("competitors", "needs.voice-competitors", false, Set.of("競合", "競合他社", "competitor", "competitors")),
                new Field("wantsAnswer", "needs.voice-wants-answer", false, Set.of("要回答", "回答希望", "wants answer")),
                Field.known("source.externalId"),
                Field.known("source.system"),
                Field.known("source.link"));
    }

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        var results = new HashMap<Integer, Result>();
        var drafts = new ArrayList<VoiceDraft>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var faults = new ArrayList<Invalid.Field>();
            var draft = draft(rows.get(i), context, faults);
            if (faults.isEmpty()) {
                drafts.add(draft);
                places.add(i);
            } else {
                results.put(i, new Result.Refused(faults));
            }
        }
        var taken = drafts.isEmpty() ? List.<VoiceOutcome>of() : voices.take(drafts, new Intake(context.by(), null, "file"));
        for (int i = 0; i < taken.size(); i++) {
            results.put(places.get(i), result(taken.get(i)));
        }
        return IntStream.range(0, rows.size()).mapToObj(i -> Objects.requireNonNull(results.get(i))).toList();
    }

    private static Result result(VoiceOutcome outcome) {
        return switch (outcome) {
            case VoiceOutcome.Taken taken -> Result.taken(taken.known() ? Effect.UNCHANGED : Effect.CREATED, taken.id().value());
            case VoiceOutcome.Refused(var faults) -> new Result.Refused(faults.stream().map(VoiceImporter::named).toList());
            case VoiceOutcome.Ambiguous(var name, var candidates) ->
                    Result.refused("company.name", "customers.account-ambiguous", name, candidates.size());
        };
    }

    /** Files call the account a company, and the moment by its column. */
    private static Invalid.Field named(Invalid.Field fault) {
        var field = switch (fault.field()) {
            case "at", "recordedAt" -> "occurredAt";
            case "account", "account.id" -> "company.name";
            case "source" -> "source.externalId";
            default -> fault.field().equals("account.externalId") ? fault.field() : fault.field().replaceFirst("^account\\.", "company.");
        };
        return new Invalid.Field(field, fault.code(), fault.arguments());
    }

    private static VoiceDraft draft(Row row, Context context, List<Invalid.Field> faults) {
        var heard = moment(row.get("occurredAt"), faults);
        var asked = row.get("asked");
        return new VoiceDraft(
                customer(row, context), null, row.get("raw"), row.get("motive"), null, channel(row.get("channel"), faults), names(row.get("competitors")),
                heard, YES.contains(Objects.requireNonNullElse(row.get("wantsAnswer"), "").toLowerCase(Locale.ROOT)), origin(row, context),
                new VoiceDraft.Recording(null, null, null, asked, context.startClocks()));
    }

    private static Pointing customer(Row row, Context context) {
        var person = new IncomingText.PersonText(
                row.get("person.familyName"), row.get("person.givenName"), null, null, row.get("person.email"), null, row.get("person.title"), null);
        var elsewhere = row.get("account.externalId");
        if (elsewhere != null) {
            return Pointing.at(new Source(system(row, context), elsewhere, null)).with(person);
        }
        var company = new IncomingText.CompanyText(
                row.get("company.name"), row.get("company.corporateNumber"), row.get("company.domain"), null, null, null, row.get("company.phone"), null,
                row.get("company.address"), null);
        return Pointing.by(new IncomingText(person, company));
    }

    private static String system(Row row, Context context) {
        return Objects.requireNonNullElse(row.get("source.system"), context.source());
    }

    private static Source origin(Row row, Context context) {
        var id = row.get("source.externalId");
        return new Source(system(row, context), id == null ? fingerprint(row) : id, row.get("source.link"));
    }

    private static String fingerprint(Row row) {
        var told = String.join("\u001f", Stream.of("raw", "occurredAt", "company.name", "company.corporateNumber", "account.externalId", "person.familyName")
                .map(field -> Objects.requireNonNullElse(row.get(field), ""))
                .toList());
        try {
            return "row-" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Voice.@Nullable Channel channel(@Nullable String text, List<Invalid.Field> faults) {
        if (text == null) {
            faults.add(Invalid.Field.of("channel", "platform.invalid.not-null"));
            return null;
        }
        var said = text.toLowerCase(Locale.ROOT);
        var channel = Arrays.stream(Voice.Channel.values()).filter(one -> one.code().equals(said)).findFirst()
                .or(() -> SPOKEN.stream().filter(word -> said.contains(word.getKey())).map(Map.Entry::getValue).findFirst())
                .orElse(null);
        if (channel == null) {
            faults.add(Invalid.Field.of("channel", "needs.voice-channel-unknown"));
        }
        return channel;
    }

    private static List<String> names(@Nullable String text) {
        return text == null ? List.of() : Stream.of(text.split("[,、,\n]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** A moment as the API writes it, or a day in any of the ways that Japanese files write days. */
    private static @Nullable Instant moment(@Nullable String text, List<Invalid.Field> faults) {
        if (text == null) {
            return null;
        }
        try {
            return Json.read(text);
        } catch (DateTimeException noMoment) {
            var day = JapaneseDate.parseDateTime(text).orNull();
            if (day == null) {
                faults.add(Invalid.Field.of("occurredAt", "platform.invalid.moment"));
                return null;
            }
            return day.atZone(ZONE).toInstant();
        }
    }
}
