package org.lumbar.server.page;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing here, or none that this person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class Missing extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
