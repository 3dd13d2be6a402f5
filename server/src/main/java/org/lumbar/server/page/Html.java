package org.lumbar.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/** A template with what it shows. It is rendered whole before anything is sent, so that nobody gets half a page. */
public final class Html implements View {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.lumbar.server.pages");

    private final HttpStatus status;
    private final String template;
    private final Map<String, Object> values;

    private Html(HttpStatus status, String template, Map<String, Object> values) {
        this.status = status;
        this.template = template;
        this.values = values;
    }

    /**
     * A page or a part of one.
     *
     * @param template name without its ending; its parameter {@code page} is given besides {@code values}
     */
    public static Html of(String template, Page page, Map<String, Object> values) {
        return of(HttpStatus.OK, template, page, values);
    }

    /** The same with another status: 422 for a form that has to be corrected, 409 for one that came too late. */
    public static Html of(HttpStatus status, String template, Page page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        return new Html(status, template + ".jte", all);
    }

    String text() {
        StringOutput text = new StringOutput();
        TEMPLATES.render(template, values, text);
        return text.toString();
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.setHeader("Vary", "HX-Request");
        response.getOutputStream().write(bytes);
    }
}
