package org.lumbar.server.page;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** PDF documents as answers. */
public final class Pdfs {

    private Pdfs() {}

    /** A document that opens in the browser and has this name when it is saved. */
    public static ResponseEntity<byte[]> answer(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(content);
    }
}
