package org.kamiau.campaigns;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The form was switched off. */
final class FormClosed extends Refusal {
    FormClosed() {
        super(HttpStatus.GONE, "campaigns.public.closed");
    }
}
