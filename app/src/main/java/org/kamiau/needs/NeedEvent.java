package org.kamiau.needs;

/** What happened to needs, told in the transaction of it. */
public sealed interface NeedEvent {

    /** It is new, or means, is called or recognised by something else than before. */
    record Changed(Need.Id need) implements NeedEvent {}

    /** One became part of another; phrases and mappings have followed. */
    record Merged(Need.Id from, Need.Id into) implements NeedEvent {}

    /** Some of its voices became a need of their own; their mappings have followed. */
    record Split(Need.Id from, Need.Id made) implements NeedEvent {}

    /** It stands elsewhere, by detection or by people. */
    record Moved(Need.Id need, Need.State from, Need.State to) implements NeedEvent {}
}
