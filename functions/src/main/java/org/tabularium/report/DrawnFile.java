package org.tabularium.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.store.Content;
import org.tabularium.store.HeldContent;

/// A file of a run.
///
/// @param pages how many it has; 0 where its format has none
record DrawnFile(Content content, int pages) {

    static DrawnFile withoutPages(byte[] bytes) {
        return new DrawnFile(new HeldContent(bytes), 0);
    }

    /// Draws a document.
    static DrawnFile of(Renderer renderer, Document document, Progress progress) {
        progress.goOn();
        ByteArrayOutputStream out = new AskingOutput(progress);
        try {
            int pages = renderer.render(document, out);
            return new DrawnFile(new HeldContent(out.toByteArray()), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is drawn; the clock is asked while it grows.
    private static final class AskingOutput extends ByteArrayOutputStream {

        /// Bytes after which it is asked again.
        private static final int PATIENCE = 1 << 16;

        private final Progress progress;
        private int asked;

        AskingOutput(Progress progress) {
            super(1 << 14);
            this.progress = progress;
        }

        @Override
        public synchronized void write(int b) {
            super.write(b);
            ask();
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            ask();
        }

        private void ask() {
            if (count - asked >= PATIENCE) {
                asked = count;
                progress.goOn();
            }
        }
    }
}
