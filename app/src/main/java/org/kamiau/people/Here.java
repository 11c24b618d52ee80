package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;

/** The address of this installation as the asking browser knows it, for links that people pass on. */
final class Here {

    private Here() {}

    static String address(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = request.isSecure() ? 443 : 80;
        return request.getScheme() + "://" + request.getServerName() + (port == usual ? "" : ":" + port);
    }
}
