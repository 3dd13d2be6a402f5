package org.lumbar.server.page;

/**
 * Something that has to be corrected in a form.
 *
 * @param field id of the first field that it is about; empty when it is about none
 * @param text what to do, as the summary and the field say it
 */
public record Problem(String field, String text) {}
