package org.tabularium.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.render.UnitsDigit;

/// Every character is 1 wide here.
class WrapTest {

    private static List<String> wrap(String text, int first, int width) {
        return Wrap.lines(text, first, width, String::length);
    }

    @Test
    void linesBreakBetweenWordsAndAtBreaks() {
        assertThat(wrap("one two three\nfour", 8, 8)).containsExactly("one two", "three", "four");
    }

    @Test
    void aStatisticIsNotParted() {
        assertThat(wrap("Score, n (%)", 9, 9)).containsExactly("Score,", "n (%)");
        assertThat(wrap("Difference (95% CI)", 16, 16)).containsExactly("Difference", "(95% CI)");
        assertThat(wrap("95% CI 12 to 88", 8, 8)).containsExactly("95% CI", "12 to 88");
    }

    @Test
    void aComparisonAndARangeAreNotParted() {
        assertThat(wrap("recovery to grade ≤2", 17, 17)).containsExactly("recovery to", "grade ≤2");
        assertThat(wrap("neutropenia ANC < 1.0", 17, 17)).containsExactly("neutropenia ANC", "< 1.0");
        assertThat(wrap("minimum; SD = standard deviation", 13, 13)).containsExactly("minimum;", "SD = standard", "deviation");
        assertThat(wrap("300 mg, days −5 to −3", 16, 16)).containsExactly("300 mg, days", "−5 to −3");
        assertThat(wrap("taken from day 3 to dose 2", 16, 16)).containsExactly("taken from day 3", "to dose 2");
    }

    @Test
    void aCountAndACodeAreNotParted() {
        assertThat(wrap("MDR-SRNS (N=5)", 9, 9)).containsExactly("MDR-SRNS", "(N=5)");
        assertThat(wrap("Placebo (n = 14)", 12, 12)).containsExactly("Placebo", "(n = 14)");
    }

    @Test
    void balancedLinesLeaveNoWordAlone() {
        assertThat(Wrap.balanced("Xanomeline Low Dose\n(N=84)", 14, String::length)).containsExactly("Xanomeline", "Low Dose",
                "(N=84)");
        assertThat(Wrap.balanced("one two three four", 40, String::length)).containsExactly("one two three four");
    }

    @Test
    void followingLinesMayBeNarrower() {
        assertThat(wrap("aaa bbb ccc ddd", 7, 4)).containsExactly("aaa bbb", "ccc", "ddd");
    }

    @Test
    void wordsThatAreTooWideAreBroken() {
        assertThat(wrap("a abcdefghij b", 4, 4)).containsExactly("a", "abcd", "efgh", "ij b");
    }

    @Test
    void hyphenBetweenLettersMayEndALineButANumbersMinusMayNot() {
        assertThat(wrap("treatment-emergent", 12, 12)).containsExactly("treatment-", "emergent");
        assertThat(wrap("from 2-10 to", 6, 6)).containsExactly("from", "2-10", "to");
    }

    @Test
    void unitIsNotParted() {
        assertThat(Wrap.parts("at most 0.15 mg/kg/day.")).containsExactly("at ", "most ", "0.15 mg/kg/day.");
        assertThat(Wrap.parts("Recovered/resolved and")).containsExactly("Recovered/", "resolved ", "and");
    }

    @Test
    void aSlashBeginsNoLineAndKeepsWhatIsShort() {
        assertThat(wrap("2024-03-09 / -2", 12, 12)).containsExactly("2024-03-09 /", "-2"); // too wide in one: an emergency
        assertThat(wrap("Start date / study day", 12, 12)).containsExactly("Start date /", "study day");
        assertThat(wrap("aged 31 / F", 8, 8)).containsExactly("aged", "31 / F");
        assertThat(Wrap.widestPart("2024-03-09 / 1024", String::length)).isEqualTo(17);
        assertThat(Wrap.widestPart("date / study", String::length)).isEqualTo(6);
    }

    @Test
    void chineseBreaksBetweenCharactersButNotBeforeAComma() {
        assertThat(wrap("各类神经，系统", 4, 4)).containsExactly("各类神", "经，系统");
    }

    @Test
    void surrogatePairsStayWhole() {
        assertThat(wrap("😀😀😀", 2, 2)).containsExactly("😀", "😀", "😀");
    }

    @Test
    void emptyTextIsOneLine() {
        assertThat(wrap("", 5, 5)).containsExactly("");
        assertThat(wrap("a\n\nb", 5, 5)).containsExactly("a", "", "b");
    }

    @ParameterizedTest
    @CsvSource({"12 (54.5%),2", "0,1", "75.2 (8.59),2", "<0.0001,2", "'1,234 (5.0%)',5", "'52, 89',2", "−0.57 (1.90),2",
        "37·5 (32·0–39·8),2", "87\u202f501·7 (74·7),6", "8000 (3672–15\u202f938),4",
        "10/22 (45.5%),2", "'(37.5, 39.8)',3", "NE,2", "/,1", "Not estimable,-1", ">99.9%,3"})
    void numbersStandByTheirUnitsDigit(String text, int end) {
        assertThat(UnitsDigit.end(text)).isEqualTo(end);
    }

    /// Word breaks lines itself, but at no blank that our own lines do not end at.
    @Test
    void blanksAtWhichNoLineEndsAreNoBreakSpaces() {
        assertThat(Wrap.joined("Difference (95% CI) of n (%) at 10 mg"))
                .isEqualTo("Difference (95%\u00A0CI) of n\u00A0(%) at 10\u00A0mg");
    }

    @ParameterizedTest
    @CsvSource({"SLEDAI-2K at present,SLEDAI\u20112K at present", "Follow-up,Follow\u2011up",
        "Treatment-related,Treatment-related",
        "Visit - day,Visit - day", "Week -,Week -"})
    void hyphensAtWhichNoLineEndsAreNoBreakHyphens(String text, String joined) {
        assertThat(Wrap.joined(text)).isEqualTo(joined);
    }

    @Test
    void shortEndOfAWordBeginsNoLine() {
        assertThat(Wrap.parts("Follow-up and treatment-related")).containsExactly("Follow-up ", "and ", "treatment-", "related");
    }
}
