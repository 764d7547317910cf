package org.tabularium.render.docx;

/// A Word template is not used; the message says why, for a person.
public final class RefusedTemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedTemplateException(String message) {
        super(message);
    }
}
