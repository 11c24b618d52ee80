package org.kamiau.platform.demo;

/** What a module tells of the demonstration company; modules declare theirs as beans. */
public interface DemoChapter {

    /** Lower is told first: members 100, products 200, customers 300, leads 400, … */
    int order();

    /** What the chapter is about, for the line printed while it is told. */
    String title();

    /** Writes the module's tables, in the one transaction of all chapters. The same every time. */
    void tell(Story story);
}
