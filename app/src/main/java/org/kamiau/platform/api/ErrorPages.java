package org.kamiau.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.kamiau.platform.Access;
import org.kamiau.platform.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends a request that failed outside any route: it gets the look of all other trouble. */
@Controller
class ErrorPages implements ErrorController {

    @Access.Anyone
    @RequestMapping("/error")
    void error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 400) {
            throw new ErrorResponseException(HttpStatusCode.valueOf(status));
        }
        throw new Refusal.NotFound();
    }
}
