package org.kamiau.people;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was taken: 303 to where its effect can be seen. */
final class Redirect {

    private Redirect() {}

    static ModelAndView to(String address) {
        var view = new RedirectView(address, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
