package org.kamiau.handoffs;

import org.springframework.stereotype.Component;

/** The agreement in force. */
@Component
public class Agreements {

    public Agreement current() {
        return Agreement.STANDARD;
    }
}
