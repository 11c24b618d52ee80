package org.kamiau.products;

import org.kamiau.platform.Actor;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** What the demonstration company sells; kept as {@code product/A}, {@code product/B}, {@code product/C}. */
@Component
class DemoProducts implements DemoChapter {

    private final Products products;

    DemoProducts(Products products) {
        this.products = products;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String title() {
        return "products";
    }

    @Override
    public void tell(Story story) {
        story.keep("product/A", products.add("A", "ナギ・モニター", "Nagi Monitor", Actor.SYSTEM).id());
        story.keep("product/B", products.add("B", "ナギ・クーラー", "Nagi Cooler", Actor.SYSTEM).id());
        story.keep("product/C", products.add("C", "シオナギゼリー", "Shionagi Jelly", Actor.SYSTEM).id());
    }
}
