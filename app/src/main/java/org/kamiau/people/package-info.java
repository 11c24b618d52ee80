/**
 * Members: who works here, in which roles, functions and teams, how they sign in, and who does which task.
 *
 * <p>{@link org.kamiau.people.Members} knows the members, {@code FunctionMap} who does a
 * task at this company. The views {@code people.member_view} (id, name, name_kana, email, roles, functions,
 * team_id, active) and {@code people.team_view} (id, name) are published: modules that may depend on this
 * one may join them.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.kamiau.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
