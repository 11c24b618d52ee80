package org.kamiau.server;

/** What a server promises to keep. */
public enum Durability {
    /** Whatever was committed survives a crash of the process, the machine or the power. */
    DURABLE,
    /** Nothing needs to survive: faster, for tests and code generation. */
    THROWAWAY
}
