package org.kamiau.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kamiau.platform.demo.Scene;
import org.springframework.stereotype.Component;

/** The scenes that this installation's story can play, in their order. */
@Component
class Scenes {

    private final List<Scene> scenes;

    Scenes(List<Scene> scenes) {
        this.scenes = scenes.stream().sorted(Comparator.comparingInt(Scene::order)).toList();
    }

    List<Scene> playing() {
        return scenes.stream().filter(scene -> scene.address().isPresent()).toList();
    }

    Optional<Scene> find(String key) {
        return playing().stream().filter(scene -> scene.key().equals(key)).findFirst();
    }
}
