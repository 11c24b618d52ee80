package org.kamiau.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Requests;
import org.kamiau.platform.Shells;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.DemoGround;
import org.kamiau.platform.demo.Scene;
import org.springframework.stereotype.Component;

/** The strip above every page while somebody walks the path: the scene, its question, and what came of the decision. */
@Component
class Strip implements Shells.Guided {

    /**
     * What the strip shows.
     *
     * @param here whether this is the page on which the scene plays
     * @param back key of the scene before, null at the first
     */
    public record View(
            int number, int count, String key, String address, boolean here, Scene.Setting setting, @Nullable String chosen,
            Scene.@Nullable Finding finding, @Nullable String back, String next) {}

    private final DemoGround ground;
    private final Walks walks;
    private final Scenes scenes;

    Strip(DemoGround ground, Walks walks, Scenes scenes) {
        this.ground = ground;
        this.walks = walks;
        this.scenes = scenes;
    }

    @Override
    public Optional<Fragment> show(HttpServletRequest request, Text t) {
        var visitor = Requests.actor(request);
        var session = visitor == null ? null : visitor.session();
        if (visitor == null || session == null || !ground.open(request)) {
            return Optional.empty();
        }
        return walks.find(session)
                .flatMap(walk -> view(walk, request.getRequestURI(), visitor, t))
                .map(view -> new Fragment("demo/strip", view));
    }

    private Optional<View> view(Walk walk, String path, Actor visitor, Text t) {
        var playing = scenes.playing();
        var keys = playing.stream().map(Scene::key).toList();
        int at = keys.indexOf(walk.scene());
        return at < 0 ? Optional.empty() : Optional.of(view(playing.get(at), at, keys, walk, path, visitor, t));
    }

    private static View view(Scene scene, int at, List<String> keys, Walk walk, String path, Actor visitor, Text t) {
        var address = scene.address().orElseThrow();
        var setting = scene.setting(visitor, t);
        var chosen = walk.decision(scene.key())
                .filter(choice -> setting.choices().stream().anyMatch(offered -> offered.value().equals(choice)))
                .orElse(null);
        return new View(
                at + 1, keys.size(), scene.key(), address, address.split("\\?", 2)[0].equals(path), setting, chosen,
                chosen == null ? null : scene.finding(chosen, visitor, t),
                at == 0 ? null : keys.get(at - 1),
                at + 1 == keys.size() ? Walk.END : keys.get(at + 1));
    }
}
