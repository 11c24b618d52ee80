package org.kamiau.platform.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What all lists share: counting, writing a condition, saved views, files. */
@Controller
class ListPages {

    private final Lists lists;
    private final SavedViews views;
    private final ViewChoices choices;
    private final Exports exports;
    private final Languages languages;
    private final InstantSource clock;

    ListPages(Lists lists, SavedViews views, ViewChoices choices, Exports exports, Languages languages, InstantSource clock) {
        this.lists = lists;
        this.views = views;
        this.choices = choices;
        this.exports = exports;
        this.languages = languages;
        this.clock = clock;
    }

    @Access.Members
    @GetMapping("/lists/{name}/count")
    ModelAndView count(@PathVariable String name, @Me Actor me, HttpServletRequest request) {
        return new ModelAndView("platform/lists/count", "page", counted(lists.named(name), me, request));
    }

    private <R> String counted(ListDefinition<R> list, Actor me, HttpServletRequest request) {
        var t = languages.text(request);
        var state = state(list, Address.of(request), me, t);
        var count = lists.count(list, state, me);
        if (count.isEmpty()) {
            return t.get("lists.count.many");
        }
        return count.getAsInt() > Lists.COUNTED
                ? t.get("lists.count.more", Lists.COUNTED)
                : t.get("lists.count", count.getAsInt());
    }

    private <R> ListState state(ListDefinition<R> list, Address address, Actor me, Text t) {
        return lists.state(list, address, lists.reading(list, me, t), choices.of(list.name(), me), unusable -> {});
    }

    /** Adds what the editor's fields say to the list's address; what is wrong is said by the page itself. */
    @Access.Members
    @GetMapping("/lists/{name}/condition")
    String condition(@PathVariable String name, @Me Actor me, HttpServletRequest request) {
        var list = lists.named(name);
        var form = Address.of(request);
        var t = languages.text(request);
        lists.reading(list, me, t);
        var column = list.column(form.first("add", ""), me).orElseThrow(Refusal.NotFound::new);
        var group = Editors.group(form);
        var rest = new Address();
        form.pairs().stream()
                .filter(pair -> StateReader.isOfList(pair.getKey()))
                .forEach(pair -> rest.add(pair.getKey(), pair.getValue()));
        rest.add(group == 0 ? "f" : "g" + group, Editors.written(form, column.kind(), lists.directory()));
        return "redirect:" + list.path() + "?" + rest;
    }

    @Access.Members(own = true)
    @PostMapping("/lists/{name}/views")
    String save(
            @PathVariable String name,
            @RequestParam("name") @Nullable String label,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean opening,
            @Me Actor me,
            HttpServletRequest request) {
        var list = lists.named(name);
        if (shared && me.readsOnly()) {
            throw new Refusal.NotAllowed();
        }
        var view = views.save(name, me, label, shared, kept(list, query, me, request));
        if (opening) {
            views.openWith(name, me, view.id().toString());
        }
        return "redirect:" + list.path() + "?view=" + view.id();
    }

    /** Only what its maker may use himself is kept. */
    private String kept(ListDefinition<?> list, String query, Actor me, HttpServletRequest request) {
        return state(list, Address.of(query), me, languages.text(request)).described().toString();
    }

    @Access.Members(own = true)
    @PostMapping("/lists/{name}/views/{id}")
    String change(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            @Me Actor me,
            HttpServletRequest request) {
        var list = lists.named(name);
        views.change(name, id, me, kept(list, query, me, request));
        return "redirect:" + list.path() + "?view=" + id;
    }

    @Access.Members(own = true)
    @PostMapping("/lists/{name}/views/{id}/removal")
    String remove(@PathVariable String name, @PathVariable UUID id, @Me Actor me) {
        var list = lists.named(name);
        views.remove(name, id, me);
        return "redirect:" + list.path();
    }

    @Access.Members(own = true)
    @PostMapping("/lists/{name}/opening")
    String open(@PathVariable String name, @RequestParam(defaultValue = "") String view, @Me Actor me) {
        var list = lists.named(name);
        if (!list.presets().containsKey(view) && choices.of(name, me).find(view).isEmpty()) {
            throw new Refusal.NotFound();
        }
        views.openWith(name, me, view);
        return "redirect:" + list.path();
    }

    /** The file, or, when Windows-31J cannot write all of it, a page that says what and asks. */
    @Access.Members
    @GetMapping("/lists/{name}/export")
    @Nullable ModelAndView export(
            @PathVariable String name,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "false") boolean replace,
            @Me Actor me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var list = lists.named(name);
        var wanted = Stream.of(Sheet.Format.values())
                .filter(each -> each.code().equals(format))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        var address = Address.of(request);
        var written = exports.write(list, address, wanted, me, languages.text(request));
        try {
            var unmappable = written.unmappable();
            if (unmappable != null && unmappable.cells() > 0 && !replace) {
                return new ModelAndView("platform/lists/unmappable", "page", asked(list, request, unmappable));
            }
            send(list, wanted, written, response);
            return null;
        } finally {
            Files.deleteIfExists(written.file());
        }
    }

    private static Unmappable asked(ListDefinition<?> list, HttpServletRequest request, Windows31J found) {
        var rest = new Address();
        Address.of(request).pairs().stream()
                .filter(pair -> StateReader.isOfList(pair.getKey()))
                .forEach(pair -> rest.add(pair.getKey(), pair.getValue()));
        var export = "/lists/" + list.name() + "/export?format=";
        return new Unmappable(
                found.cells(),
                found.findings(),
                export + Sheet.Format.CSV.code() + "&" + rest,
                export + Sheet.Format.CSV_WINDOWS_31J.code() + "&replace=true&" + rest,
                list.path() + "?" + rest);
    }

    private void send(ListDefinition<?> list, Sheet.Format format, Exports.Written written, HttpServletResponse response)
            throws IOException {
        var day = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT)
                .withZone(java.time.ZoneId.of("Asia/Tokyo"))
                .format(clock.instant());
        var name = list.name() + "-" + day + "." + format.ending();
        response.setContentType(format.contentType());
        response.setContentLengthLong(Files.size(written.file()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.US_ASCII).build().toString());
        Files.copy(written.file(), response.getOutputStream());
    }
}
