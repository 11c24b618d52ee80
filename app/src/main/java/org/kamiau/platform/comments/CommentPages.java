package org.kamiau.platform.comments;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Comments of a record: a part of its page, and a page of their own for those without JavaScript. */
@Controller
@Access.Members
class CommentPages {

    /**
     * @param typed what could not be taken, with the reason in {@code error}
     * @param editing the comment that is being edited
     */
    public record Page(
            RecordRef about, String title, String path, List<Line> lines, boolean following,
            @Nullable String typed, @Nullable String error, @Nullable UUID editing) {}

    public record Line(Comment comment, boolean changeable) {}

    /** Members whose name begins the word after an {@code @}. */
    public record Suggestions(List<Suggestion> members) {}

    public record Suggestion(String handle, Directory.Person person) {}

    private final Comments comments;
    private final RecordKinds records;
    private final Directory directory;
    private final Languages languages;
    private final InstantSource clock;

    CommentPages(Comments comments, RecordKinds records, Directory directory, Languages languages, InstantSource clock) {
        this.comments = comments;
        this.records = records;
        this.directory = directory;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/comments/{kind}/{id}")
    ModelAndView show(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID edit,
            @Me Actor me, HttpServletRequest request) {
        return view(new RecordRef(kind, id), me, request, null, null, edit);
    }

    private ModelAndView view(
            RecordRef about, Actor me, HttpServletRequest request, @Nullable String typed, @Nullable String error, @Nullable UUID editing) {
        var now = clock.instant();
        var lines = comments.on(about, me).stream().map(comment -> new Line(comment, comment.changeable(me, now))).toList();
        var title = records.titles(List.of(about), me).getOrDefault(about, "");
        var page = new Page(about, title, records.path(about), lines, comments.follows(about, me), typed, error, editing);
        var view = new ModelAndView(
                Requests.isFragment(request) ? "platform/comments/thread" : "platform/comments/page", "page", page);
        view.setStatus(error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping("/comments/{kind}/{id}")
    Object write(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(required = false) @Nullable String words,
            @Me Actor me, HttpServletRequest request) {
        var about = new RecordRef(kind, id);
        try {
            comments.write(about, words, me);
        } catch (Invalid invalid) {
            return view(about, me, request, words, said(invalid, me), null);
        }
        return after(about, me, request);
    }

    @PostMapping("/comments/{comment}/words")
    Object edit(
            @PathVariable UUID comment, @RequestParam String kind, @RequestParam UUID id,
            @RequestParam(required = false) @Nullable String words, @Me Actor me, HttpServletRequest request) {
        try {
            return after(comments.edit(comment, words, me).about(), me, request);
        } catch (Invalid invalid) {
            return view(new RecordRef(kind, id), me, request, words, said(invalid, me), comment);
        }
    }

    @PostMapping("/comments/{comment}/deletion")
    Object delete(@PathVariable UUID comment, @Me Actor me, HttpServletRequest request) {
        return after(comments.delete(comment, me).about(), me, request);
    }

    @Access.Members(own = true)
    @PostMapping("/followers/{kind}/{id}")
    Object follow(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam boolean follow, @Me Actor me, HttpServletRequest request) {
        var about = new RecordRef(kind, id);
        if (follow) {
            comments.follow(about, me);
        } else {
            comments.unfollow(about, me);
        }
        return after(about, me, request);
    }

    private String said(Invalid invalid, Actor me) {
        var field = invalid.fields().getFirst();
        return languages.text(me.language()).get(field.code(), field.arguments().toArray());
    }

    /** htmx gets the thread as it is now, a browser goes back to the record. */
    private Object after(RecordRef about, Actor me, HttpServletRequest request) {
        if (Requests.isFragment(request)) {
            return view(about, me, request, null, null, null);
        }
        var redirect = new RedirectView(records.path(about));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    @GetMapping("/members/mentions")
    ModelAndView mentions(@RequestParam(required = false) @Nullable String q) {
        var asked = q == null ? "" : q;
        var words = asked.length() > 60 ? asked.substring(0, 60) : asked;
        var members = directory.search(words).stream().map(person -> new Suggestion(Mentions.handle(person), person)).toList();
        return new ModelAndView("platform/comments/mentions", "page", new Suggestions(members));
    }
}
