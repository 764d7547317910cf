package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.manuscript.word.WordText;

/// A text that is to be checked.
public final class Manuscript {

    private final List<Passage> passages;

    Manuscript(List<Passage> passages) {
        this.passages = List.copyOf(passages);
    }

    List<Passage> passages() {
        return passages;
    }

    /// A plain text or Markdown: paragraphs are parted by empty lines.
    public static Manuscript ofText(String text) {
        List<Passage> passages = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int first = 1;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank()) {
                add(passages, paragraph, first);
                first = number + 1;
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
        }
        add(passages, paragraph, first);
        return new Manuscript(passages);
    }

    /// A Word document, paragraph by paragraph.
    public static Manuscript ofWord(WordText document) {
        List<Passage> passages = new ArrayList<>();
        for (WordText.Paragraph paragraph : document.paragraphs()) {
            passages.add(new Passage(paragraph.text(), paragraph.lead(), paragraph.in(), "paragraph", paragraph.number()));
        }
        return new Manuscript(passages);
    }

    private static void add(List<Passage> passages, StringBuilder paragraph, int first) {
        if (!paragraph.isEmpty()) {
            String text = paragraph.toString();
            if (text.lines().allMatch(line -> line.startsWith("|"))) {
                passages.addAll(MarkdownTable.cells(text, first));
            } else {
                passages.add(new Passage(text, "", "", "line", first));
            }
            paragraph.setLength(0);
        }
    }
}
