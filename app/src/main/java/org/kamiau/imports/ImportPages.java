package org.kamiau.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.imports.Importer;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The wizard: a file arrives, its columns are matched, it is tried, taken in, and its rows reported. */
@Controller
@Access.Only({Role.SALES_HEAD, Role.MKT_HEAD, Role.IS_LEAD, Role.MKT, Role.REVOPS, Role.ADMIN})
class ImportPages {

    private static final int PAGE = 50;

    /** @param next id to go on from, null on the last page */
    public record ListPage(List<RunView> runs, @Nullable String next) {}

    public record NewPage(List<Importer> kinds, @Nullable String error) {}

    private final Runs runs;
    private final Uploads uploads;
    private final Languages languages;
    private final InstantSource clock;

    ImportPages(Runs runs, Uploads uploads, Languages languages, InstantSource clock) {
        this.runs = runs;
        this.uploads = uploads;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/imports")
    ModelAndView list(@RequestParam(required = false) @Nullable String before, HttpServletRequest request, @Me Actor me) {
        var found = runs.newest(before == null ? null : id(before), PAGE + 1);
        var shown = found.stream().limit(PAGE).map(run -> view(run, request, me)).toList();
        return new ModelAndView("imports/list", "page", new ListPage(shown, found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null));
    }

    @GetMapping("/imports/new")
    ModelAndView start() {
        return new ModelAndView("imports/upload", "page", new NewPage(runs.importers(), null));
    }

    @PostMapping("/imports")
    ModelAndView arrive(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Size(max = 40) @Nullable String kind,
            @Me Actor me)
            throws IOException {
        if (file == null || file.isEmpty() || runs.importers().isEmpty()) {
            return refused("imports.upload.empty");
        }
        var kept = uploads.keep(file);
        Layout layout;
        try {
            layout = Layout.find(kept, null);
        } catch (IOException | RuntimeException unreadable) {
            uploads.remove(kept);
            return refused("imports.upload.unreadable");
        }
        if (layout.columns().isEmpty()) {
            uploads.remove(kept);
            return refused("imports.upload.no-rows");
        }
        var importer = kind == null ? runs.likeliest(layout) : runs.importer(kind).orElseThrow(Refusal.NotFound::new);
        var run = runs.arrive(importer, new Run.File(name(file), kept, file.getSize()), layout, me);
        return seeOther(run);
    }

    /** Some browsers send the whole path. */
    private static String name(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename()).replace('\\', '/').replaceAll(".*/", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "file" : name.substring(Math.max(0, name.length() - 200));
    }

    private ModelAndView refused(String error) {
        var view = new ModelAndView("imports/upload", "page", new NewPage(runs.importers(), error));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(@PathVariable Run.Id id, HttpServletRequest request, @Me Actor me) {
        var view = view(runs.get(id), request, me);
        return new ModelAndView(view.editable() ? "imports/mapping" : "imports/run", "page", view);
    }

    /** The part that is drawn again while the run works; the whole page once it is over. */
    @GetMapping("/imports/{id}/progress")
    ModelAndView progress(@PathVariable Run.Id id, HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        var run = runs.get(id);
        if (!run.working()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("imports/progress", "page", view(run, request, me));
    }

    /** Keeps the columns as they were matched, and tries the file with them. */
    @PostMapping("/imports/{id}/trial")
    ModelAndView trial(@PathVariable Run.Id id, HttpServletRequest request, @Me Actor me) throws IOException {
        var run = mine(id, me);
        var form = MappingForm.of(request);
        if (!form.kind().equals(run.kind()) || !form.encoding().equals(MappingForm.encoding(run))) {
            return seeOther(read(run, form, me));
        }
        var importer = runs.importer(run);
        var mapping = form.mapping(run, importer);
        runs.change(run, run.layout(), mapping, form.order());
        if (mapping.empty() || !mapping.missing(importer).isEmpty()) {
            var view = new ModelAndView("imports/mapping", "page", view(runs.get(id), request, me).unmapped());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        runs.start(id, true, me);
        return seeOther(run);
    }

    /** Another kind or encoding makes another table of the same file. */
    private Run read(Run run, MappingForm form, Actor me) throws IOException {
        var path = run.file().path();
        var importer = runs.importer(form.kind()).orElseThrow(Refusal.NotFound::new);
        if (path == null || !run.state().open() || !form.encoding().isEmpty() && !Encoding.known(form.encoding())) {
            throw RunRefusal.over();
        }
        var layout = Layout.find(path, form.encoding().isEmpty() ? null : form.encoding());
        return runs.arrive(importer, layout, run, me);
    }

    @PostMapping("/imports/{id}/intake")
    ModelAndView take(@PathVariable Run.Id id, @Me Actor me) {
        var run = mine(id, me);
        runs.start(id, false, me);
        return seeOther(run);
    }

    @PostMapping("/imports/{id}/undo")
    ModelAndView undo(@PathVariable Run.Id id, HttpServletResponse response, @Me Actor me) {
        mine(id, me);
        var run = runs.undo(id, me);
        if (run.undone() != null) {
            Toast.after(response, "imports.undone", null, run.undone().gone());
        }
        return seeOther(run);
    }

    @GetMapping("/imports/{id}/refused.csv")
    void refused(@PathVariable Run.Id id, HttpServletRequest request, HttpServletResponse response, @Me Actor me) throws IOException {
        var run = mine(id, me);
        response.setContentType("text/csv;charset=UTF-8");
        var name = run.file().name().replaceFirst("\\.[^.]*$", "") + "-refused.csv";
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        try (var file = new RefusedFile(response.getOutputStream(), run, languages.text(request))) {
            runs.eachRefused(run, file::add);
        }
    }

    private Run mine(Run.Id id, Actor me) {
        var run = runs.get(id);
        if (!run.shows(me)) {
            throw new Refusal.NotAllowed();
        }
        return run;
    }

    private static Run.Id id(String text) {
        try {
            return Run.Id.of(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound();
        }
    }

    private RunView view(Run run, HttpServletRequest request, Actor me) {
        return RunView.of(run, runs, languages.text(request), clock.instant(), me);
    }

    private static ModelAndView seeOther(Run run) {
        var view = new org.springframework.web.servlet.view.RedirectView("/imports/" + run.id());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
