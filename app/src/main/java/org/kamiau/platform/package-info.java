/**
 * What every module may use: rendering, texts, refusals, rights, the application clock, ids. Its
 * sub-packages hold one noun each (audit log, lists, comments, …). Knows no module; modules fill its
 * contracts ({@link org.kamiau.platform.RecordKind}, {@link org.kamiau.platform.Panel}, {@link
 * org.kamiau.platform.Card}, {@link org.kamiau.platform.Command}, {@link
 * org.kamiau.platform.demo.DemoChapter}).
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {"server"})
@NullMarked
package org.kamiau.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
