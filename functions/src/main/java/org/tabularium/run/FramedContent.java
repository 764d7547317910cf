package org.tabularium.run;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.tabularium.store.Content;

/// A file most of which is long texts, each in its place. What they are made of may be held in place of them, which of a large
/// study are a hundred megabytes: they are made whenever somebody reads the file.
final class FramedContent implements Content {

    /// A text of the file.
    interface Text {

        /// How many bytes it has.
        long length();

        /// Its bytes.
        ///
        /// @param room taken to write in, until the next one is asked for
        InputStream open(ShortText room);
    }

    private final byte[] frame;
    private final int length;
    private final char place;
    private final List<? extends Text> texts;
    private final long size;

    /// @param frame all else
    /// @param length how many of its bytes count
    /// @param place the byte that stands where the next text is to stand
    FramedContent(byte[] frame, int length, char place, List<? extends Text> texts) {
        this.frame = frame;
        this.length = length;
        this.place = place;
        this.texts = texts;
        this.size = length - texts.size() + texts.stream().mapToLong(Text::length).sum();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new Parts());
    }

    /// The pieces of the frame and the texts between them.
    @SuppressWarnings("JdkObsolete") // what a sequence of streams is made of
    private final class Parts implements Enumeration<InputStream> {

        private final ShortText room = new ShortText();
        private int from;
        private int next;
        private boolean atText;

        @Override
        public boolean hasMoreElements() {
            return atText || next <= texts.size();
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            if (atText) {
                atText = false;
                return texts.get(next++).open(room);
            }
            int to = from;
            while (to < length && frame[to] != place) {
                to++;
            }
            InputStream piece = new ByteArrayInputStream(frame, from, to - from);
            from = to + 1;
            atText = next < texts.size();
            next += atText ? 0 : 1;
            return piece;
        }
    }
}
