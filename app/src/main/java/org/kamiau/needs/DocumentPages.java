package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Cutting a document into voices: bring the text, look at the lines, save them at once. Nothing is kept before that. */
@Controller
class DocumentPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST_TITLE = 200;

    /** @param ours the speakers of our side, once somebody has looked at them */
    public record Form(
            @Nullable String key, @Nullable String account, @Nullable String accountName, @Nullable String kind, @Nullable String title,
            @Nullable String day, @Nullable String text, @Nullable List<String> ours, @Nullable String sided, @Nullable List<Integer> take,
            @Nullable List<String> need) {}

    /** The first step. */
    public record Start(Form form, Map<String, String> errors, VoiceCapture.Accounts accounts, List<Choice> kinds) {}

    /** A line to be looked at. */
    public record Shown(Documents.Line line, List<VoiceCapture.Chip> chips) {}

    /** The second step. */
    public record Review(Form form, @Nullable String account, List<Documents.Speaker> speakers, List<Shown> lines, long chosen) {}

    /** What came of it. */
    public record Page(Document document, @Nullable String account, @Nullable Wave wave, List<VoiceDetails.Line> lines) {}

    private final Documents documents;
    private final VoiceCapture capture;
    private final VoiceDetails details;
    private final Customers customers;
    private final WaveVoices waves;
    private final Languages languages;

    DocumentPages(Documents documents, VoiceCapture capture, VoiceDetails details, Customers customers, WaveVoices waves, Languages languages) {
        this.documents = documents;
        this.capture = capture;
        this.details = details;
        this.customers = customers;
        this.waves = waves;
        this.languages = languages;
    }

    @Access.Only({
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
    })
    @GetMapping("/voices/documents/new")
    ModelAndView start(@RequestParam(required = false) @Nullable String account, @Me Actor me, Locale locale) {
        return start(new Form(null, account, null, null, null, null, null, null, null, null, null), Map.of(), me, languages.text(locale));
    }

    private ModelAndView start(Form form, Map<String, String> errors, Actor me, Text t) {
        var kinds = Arrays.stream(Document.Kind.values()).map(kind -> new Choice(kind.code(), t.get("needs.document-kind." + kind.code()))).toList();
        return new ModelAndView("needs/documentnew", "page", new Start(form, errors, capture.offered(form.account(), me), kinds));
    }

    /** The lines as they fall apart; sent again when somebody says who is of our side. */
    @Access.Only({
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
    })
    @PostMapping("/voices/documents/cut")
    ModelAndView cut(
            Form form, BindingResult binding, @RequestParam(required = false) @Nullable MultipartFile file, @Me Actor me, Locale locale)
            throws IOException {
        var t = languages.text(locale);
        var brought = form;
        try {
            brought = file == null || file.isEmpty() ? form : with(form, file);
            var draft = draft(brought, t);
            var cut = documents.cut(draft);
            return new ModelAndView("needs/documentreview", "page", review(brought, draft, cut, t));
        } catch (Invalid invalid) {
            return again(brought, invalid, me, t);
        }
    }

    /** Texts of other encodings are for pasting: a wrong guess would spoil the words. */
    private static Form with(Form form, MultipartFile file) throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll(".*[/\\\\]", "");
        if (name.toLowerCase(Locale.ROOT).endsWith(".eml") || "message/rfc822".equals(file.getContentType())) {
            return with(form, InquiryMail.read(file.getInputStream().readNBytes(InquiryMail.LONGEST + 1)));
        }
        if (file.getSize() > 4L * Documents.LONGEST) {
            throw new Invalid("file", "needs.voice-too-long", Documents.LONGEST);
        }
        var text = new String(file.getBytes(), StandardCharsets.UTF_8);
        return new Form(
                form.key(), form.account(), form.accountName(), form.kind(), form.title() == null && !name.isBlank() ? name : form.title(), form.day(),
                text.contains("\uFFFD") ? new String(file.getBytes(), java.nio.charset.Charset.forName("windows-31j")) : text,
                form.ours(), form.sided(), form.take(), form.need());
    }

    /** A mail knows its day and what it is about. */
    private static Form with(Form form, InquiryMail mail) {
        var title = form.title() != null || mail.subject() == null ? form.title() : mail.subject();
        return new Form(
                form.key(), form.account(), form.accountName(), Document.Kind.MAILS.code(), title == null || title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE),
                form.day() == null && mail.sent() != null ? mail.sent().toString() : form.day(), mail.conversation(), form.ours(), form.sided(), form.take(),
                form.need());
    }

    private static Documents.Draft draft(Form form, Text t) {
        var findings = new Invalid.Findings();
        var kind = Arrays.stream(Document.Kind.values()).filter(one -> one.code().equals(form.kind())).findFirst().orElse(Document.Kind.MINUTES);
        var account = uuid(form.account());
        if (account == null && kind != Document.Kind.SURVEY) {
            findings.add("account", "needs.voice-whose");
        }
        if (form.title() != null && form.title().length() > LONGEST_TITLE) {
            findings.add("title", "needs.voice-too-long", LONGEST_TITLE);
        }
        var day = day(form.day(), findings);
        findings.raise();
        var key = uuid(form.key());
        return new Documents.Draft(
                new Document.Id(key == null ? Ids.next() : key), kind,
                form.title() == null ? t.get("needs.document-kind." + kind.code()) : form.title(), account == null ? null : new Account.Id(account), day,
                form.text() == null ? "" : form.text(),
                form.sided() == null ? null : Set.copyOf(form.ours() == null ? List.of() : form.ours()));
    }

    /** The morning of that day; now where none is given. */
    private static @Nullable Instant day(@Nullable String typed, Invalid.Findings findings) {
        try {
            return typed == null ? null : LocalDate.parse(typed).atStartOfDay(ZONE).toInstant();
        } catch (DateTimeException malformed) {
            findings.add("day", "platform.invalid.format");
            return null;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private Review review(Form form, Documents.Draft draft, Documents.Cut cut, Text t) {
        var keyed = new Form(
                draft.id().toString(), form.account(), form.accountName(), draft.kind().code(), draft.title(), form.day(), draft.text(), form.ours(),
                "true", null, null);
        var chips = capture.chips(cut.lines().stream().map(line -> new VoiceCapture.Carrying(line.text(), line.proposals())).toList(), t);
        var shown = new ArrayList<Shown>();
        for (int i = 0; i < cut.lines().size(); i++) {
            shown.add(new Shown(cut.lines().get(i), chips.get(i)));
        }
        return new Review(keyed, name(draft.account()), cut.speakers(), shown, cut.lines().stream().filter(Documents.Line::chosen).count());
    }

    private @Nullable String name(Account.@Nullable Id account) {
        var facts = account == null ? null : customers.accounts(List.of(account)).get(account);
        return facts == null ? null : facts.name();
    }

    private ModelAndView again(Form form, Invalid invalid, Actor me, Text t) {
        var errors = new TreeMap<String, String>();
        invalid.fields().forEach(field -> errors.putIfAbsent(
                field.field().equals("at") ? "day" : field.field(), t.get(field.code(), field.arguments().toArray())));
        var page = start(form, errors, me, t);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @Access.Only({
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
    })
    @PostMapping("/voices/documents")
    ModelAndView save(Form form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        var t = languages.text(locale);
        try {
            var chosen = form.take() == null ? Set.<Integer>of() : form.take().stream().filter(Objects::nonNull).collect(Collectors.toSet());
            var saved = documents.save(draft(form, t), chosen, confirmed(form), me);
            Toast.after(response, "needs.document-saved", null);
            return new ModelAndView("redirect:/voices/documents/" + saved);
        } catch (Invalid invalid) {
            return again(form, invalid, me, t);
        }
    }

    /** Ticked as {@code line:need}. */
    private static Map<Integer, List<Need.Id>> confirmed(Form form) {
        var confirmed = new HashMap<Integer, List<Need.Id>>();
        for (var ticked : form.need() == null ? Set.<String>of() : new LinkedHashSet<>(form.need())) {
            var parts = Objects.requireNonNullElse(ticked, "").split(":", 2);
            var need = parts.length == 2 ? uuid(parts[1]) : null;
            if (need != null && parts[0].matches("\\d{1,6}")) {
                confirmed.computeIfAbsent(Integer.valueOf(parts[0]), _ -> new ArrayList<>()).add(new Need.Id(need));
            }
        }
        return confirmed;
    }

    @Access.Members
    @GetMapping("/voices/documents/{id}")
    ModelAndView one(@PathVariable Document.Id id) {
        var document = documents.find(id).orElseThrow(Refusal.NotFound::new);
        var lines = details.lines(
                """
                select v.id, v.raw, v.channel, v.heard_at, v.account_id, a.name, v.wants_answer from needs.voice v
                left join customers.account_view a on a.id = v.account_id where v.document_id = {0} order by v.id limit {1}
                """,
                val(id.value()), val(Documents.MOST_LINES));
        return new ModelAndView("needs/document", "page", new Page(document, name(document.account()), waves.of(id), lines));
    }
}
