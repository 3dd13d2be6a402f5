package org.lumbar.server.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.lumbar.server.operation.Requests;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What someone sees when a page cannot be shown: what happened and what to do, nothing of the inside. */
@Controller
final class Problems implements ErrorController {

    @RequestMapping("/error")
    View error(Page page, HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus told = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        String kind = switch (told) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "missing";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE -> "bad";
            case CONTENT_TOO_LARGE -> "large";
            case TOO_MANY_REQUESTS -> "too-many";
            default -> "broken";
        };
        Object number = request.getAttribute(Requests.NUMBER);
        return Html.of(told, "error", page, Map.of("kind", kind, "number", number == null ? "" : number));
    }
}
