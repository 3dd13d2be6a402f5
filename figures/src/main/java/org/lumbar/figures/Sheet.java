package org.lumbar.figures;

import java.util.Collection;

/** A page with every picture of some clips, to look them over: moving, each key pose, and the middle of each phase that moves. */
public final class Sheet {

    private static final String STYLE =
            "body{margin:16px;font:16px/1.4 system-ui,sans-serif;color:#22313f;background:#fff}"
                    + "h2{margin:24px 0 8px;font-size:18px}"
                    + "div{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:8px}"
                    + "svg{width:100%;border-radius:10px}";

    private Sheet() {}

    /**
     * A page that needs nothing else.
     *
     * @param language of the title, as in HTML
     */
    public static String page(Body body, Collection<Clip> clips, Palette palette, String language, String title) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"")
                .append(language)
                .append("\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(Painter.escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(Painter.escape(title))
                .append("</h1>\n");
        clips.forEach(clip -> add(page, body, clip, palette));
        return page.append("</html>\n").toString();
    }

    private static void add(StringBuilder page, Body body, Clip clip, Palette palette) {
        Drawing drawing = new Drawing(body, clip);
        Words words = new Words(clip.id(), "");
        page.append("<h2 id=\"")
                .append(clip.id())
                .append("\">")
                .append(clip.id())
                .append("</h2><div>\n");
        page.append(drawing.animated(new Look(palette, Look.Play.AUTO, clip.id()), words));
        page.append(drawing.strip(new Look(palette, Look.Play.AUTO, clip.id() + "-k"), words));
        for (int i = 0; i < clip.phases().size(); i++) {
            if (clip.phases().get(i).pose().isPresent()) {
                page.append(drawing.middle(i, new Look(palette, Look.Play.AUTO, clip.id() + "-m" + i), words));
            }
        }
        page.append("</div>\n");
    }
}
