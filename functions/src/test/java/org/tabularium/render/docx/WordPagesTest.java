package org.tabularium.render.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages are foreseen by what the marks of paragraphs and rows make programs do. Heights are counted by hand; a page holds 10.
class WordPagesTest {

    private static WordPages.Line row(double height, boolean kept) {
        return new WordPages.Line(height, kept, false, 2, 0);
    }

    private static List<Integer> pages(WordPages.Line... lines) {
        return WordPages.of(Arrays.asList(lines), 10);
    }

    @Test
    void rowThatDoesNotFitBeginsAPageBelowTheHeader() {
        assertThat(pages(row(5, false), row(5, false), row(8, false), row(1, false))).containsExactly(0, 2, 3);
    }

    @Test
    void rowsThatAreKeptTogetherMoveTogether() {
        assertThat(pages(row(5, false), row(3, true), row(3, false), row(2, false))).containsExactly(0, 1);
    }

    @Test
    void whatNoPageHoldsFlowsFromWhereItStands() {
        assertThat(pages(row(5, false), row(5, true), row(5, false))).containsExactly(0, 2);
    }

    @Test
    void whatBeginsAPageIsNotHeldByWhatIsBeforeIt() {
        assertThat(pages(row(5, true), new WordPages.Line(1, true, true, 0, -1), row(2, false))).containsExactly(0, 1);
    }

    @Test
    void nothingIsOnePage() {
        assertThat(pages()).containsExactly(0);
    }
}
