package org.tabularium.dataset.xlsx;

import java.io.IOException;
import java.io.Reader;
import java.text.ParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tags and texts of an XML 1.0 document, one after the other, as the parts of workbooks have them.
///
/// What is not well formed is refused, but that prefixes of names need not be declared, for names go without them. There are no
/// entities but XML's own five and characters by number: a document type is told and not read, so that nothing grows and nothing
/// is fetched. Memory is that of the longest token and of the names of the elements that are open.
///
/// Written for sheets of millions of short elements, of which the JDK's parser makes several objects each: it took three quarters
/// of the time that a workbook takes. Held to that parser by a test.
final class XmlTags {

    /// What was met.
    enum Token {
        /// An element begins; an empty element ends at once.
        BEGIN,
        /// An element ends.
        END,
        /// Text within an element, or a piece of it where comments or `CDATA` divide it.
        TEXT,
        /// A document type, whatever is in it. Nothing follows.
        DOCTYPE,
        /// The document has ended, and was well formed.
        FINISH
    }

    private static final int FIRST_LENGTH = 1 << 15;
    private static final Pattern DECLARATION = Pattern
            .compile("\\s+version\\s*=\\s*(?:\"1\\.0\"|'1\\.0')(?:\\s+encoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?"
                    + "(?:\\s+standalone\\s*=\\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\\s*");
    private static final Pattern ENCODING = Pattern.compile("UTF-(?:8|16)", Pattern.CASE_INSENSITIVE);

    private final Reader in;
    private final int longest;
    private char[] chars = new char[FIRST_LENGTH];
    /// Where the token begins, what comes next, and how far the characters reach.
    private int start;
    private int at;
    private int end;
    private boolean started;
    private boolean begun;
    private boolean ends;
    /// The token's name without prefix, or its text.
    private int from;
    private int to;
    private final XmlAttributes attributes = new XmlAttributes();
    private final XmlOpenElements open = new XmlOpenElements();

    /// @param longest how many characters a tag or a text may have
    XmlTags(Reader in, long longest) {
        this.in = in;
        this.longest = (int) Math.min(longest, Integer.MAX_VALUE - 8);
    }

    /// Goes to the next token.
    ///
    /// @throws ParseException what is wrong with the document, in words that follow "its XML"
    Token next() throws IOException, ParseException {
        if (ends) {
            ends = false;
            open.end();
            return Token.END;
        }
        while (true) {
            start = at;
            if (at == end && !more()) {
                if (!open.isEmpty() || !begun) {
                    throw refused("ends too early");
                }
                return Token.FINISH;
            }
            boolean first = !started;
            started = true;
            if (chars[at] != '<') {
                find('<');
                if (!open.isEmpty()) {
                    from = start;
                    to = XmlCharacters.plain(chars, start, at, false);
                    return Token.TEXT;
                }
                if (XmlCharacters.blanks(chars, start, at) < at) {
                    throw refused();
                }
                continue;
            }
            at++;
            switch (peek()) {
                case '/' -> {
                    return endTag();
                }
                case '?' -> instruction(first);
                case '!' -> {
                    if (follows("!DOCTYPE")) {
                        return Token.DOCTYPE;
                    } else if (follows("!--")) {
                        comment();
                    } else if (!open.isEmpty() && follows("![CDATA[")) {
                        characterData();
                        return Token.TEXT;
                    } else {
                        throw refused();
                    }
                }
                default -> {
                    return beginTag();
                }
            }
        }
    }

    /// Reads a whole element that holds plain text only and has no attributes, as most values of cells are written, where one of
    /// this name comes next. Its text is that of the token then.
    ///
    /// @return false where anything else comes next, or what comes was not read from the file yet; then nothing was read
    boolean leaf(String name) {
        int first = at + name.length() + 2;
        if (ends || first > end || chars[at] != '<' || chars[first - 1] != '>' || !XmlCharacters.same(name, chars, at + 1, first - 1)) {
            return false;
        }
        int last = XmlCharacters.unmarked(chars, first, end);
        int after = last + name.length() + 3;
        if (after > end || chars[last] != '<' || chars[last + 1] != '/' || chars[after - 1] != '>'
                || !XmlCharacters.same(name, chars, last + 2, after - 1)) {
            return false;
        }
        from = first;
        to = last;
        at = after;
        return true;
    }

    /// Whether the element that begins or ends has this name, without prefix.
    boolean isNamed(String name) {
        return XmlCharacters.same(name, chars, from, to);
    }

    /// The attributes of the element that begins.
    XmlAttributes attributes() {
        return attributes;
    }

    /// How many characters the text has.
    int length() {
        return to - from;
    }

    String text() {
        return new String(chars, from, to - from);
    }

    void appendTo(StringBuilder text) {
        text.append(chars, from, to - from);
    }

    private Token beginTag() throws IOException, ParseException {
        if (begun && open.isEmpty()) {
            throw refused();
        }
        begun = true;
        int close = tagEnd();
        ends = chars[close - 1] == '/';
        int last = ends ? close - 1 : close;
        to = XmlCharacters.name(chars, start + 1, last);
        from = XmlCharacters.local(chars, start + 1, to);
        open.begin(chars, start + 1, to);
        attributes.read(chars, to, last);
        return Token.BEGIN;
    }

    private Token endTag() throws IOException, ParseException {
        int close = tagEnd();
        from = start + 2;
        to = open.end(chars, from, close);
        from = XmlCharacters.local(chars, from, to);
        if (XmlCharacters.blanks(chars, to, close) != close) {
            throw refused();
        }
        return Token.END;
    }

    /// @param first whether it is at the very beginning
    private void instruction(boolean first) throws IOException, ParseException {
        findAfter("?>", 2);
        int after = XmlCharacters.name(chars, start + 2, at - 2);
        String target = new String(chars, start + 2, after - start - 2);
        if (target.equals("xml") && first) {
            declaration(new String(chars, after, at - 2 - after));
        } else if (target.equalsIgnoreCase("xml") || (after < at - 2 && !XmlCharacters.isBlank(chars[after]))) {
            throw refused();
        }
        XmlCharacters.verbatim(chars, after, at - 2);
    }

    private void declaration(String declared) throws ParseException {
        Matcher found = DECLARATION.matcher(declared);
        if (!found.matches()) {
            throw refused();
        }
        String encoding = found.group(1) == null ? found.group(2) : found.group(1);
        if (encoding != null && !ENCODING.matcher(encoding).matches()) {
            throw refused("is neither UTF-8 nor UTF-16");
        }
    }

    private void comment() throws IOException, ParseException {
        findAfter("--", 4);
        if (peek() != '>') {
            throw refused();
        }
        at++;
        XmlCharacters.verbatim(chars, start, at);
    }

    private void characterData() throws IOException, ParseException {
        findAfter("]]>", 9);
        from = start + 9;
        to = XmlCharacters.verbatim(chars, from, at - 3);
    }

    /// Goes behind the tag; gives the place of its `>`.
    private int tagEnd() throws IOException, ParseException {
        char quote = 0;
        while (true) {
            char[] read = chars;
            int last = end;
            for (int i = at; i < last; i++) {
                char next = read[i];
                if (quote != 0) {
                    quote = next == quote ? 0 : quote;
                } else if (next == '>') {
                    at = i + 1;
                    return i;
                } else if (next == '"' || next == '\'') {
                    quote = next;
                }
            }
            at = last;
            if (!more()) {
                throw refused("ends too early");
            }
        }
    }

    /// Goes to a character, or to the end where it does not come.
    private void find(char wanted) throws IOException, ParseException {
        while (true) {
            int i = at;
            while (i < end && chars[i] != wanted) {
                i++;
            }
            at = i;
            if (i < end || !more()) {
                return;
            }
        }
    }

    /// Goes behind the next text of these characters.
    ///
    /// @param skipped how many characters of the token come before what is looked at
    private void findAfter(String wanted, int skipped) throws IOException, ParseException {
        at = start + skipped;
        int matched = 0;
        while (matched < wanted.length()) {
            char read = peek();
            at++;
            if (read == wanted.charAt(matched)) {
                matched++;
            } else if (!(matched == 2 && read == ']')) {
                // After `]]` a third bracket leaves two of them.
                matched = read == wanted.charAt(0) ? 1 : 0;
            }
        }
    }

    private boolean follows(String text) throws IOException, ParseException {
        while (end - at < text.length()) {
            if (!more()) {
                return false;
            }
        }
        return XmlCharacters.same(text, chars, at, at + text.length());
    }

    private char peek() throws IOException, ParseException {
        if (at == end && !more()) {
            throw refused("ends too early");
        }
        return chars[at];
    }

    /// Reads on; the token moves to the front.
    private boolean more() throws IOException, ParseException {
        if (start > 0) {
            System.arraycopy(chars, start, chars, 0, end - start);
            at -= start;
            end -= start;
            start = 0;
        }
        if (end == chars.length) {
            if (end >= longest) {
                throw refused("holds text longer than any value may be");
            }
            chars = Arrays.copyOf(chars, (int) Math.min(longest, 2L * chars.length));
        }
        int read = in.read(chars, end, chars.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    private ParseException refused() {
        return refused("is not well formed");
    }

    private ParseException refused(String what) {
        return new ParseException(what, at);
    }
}
