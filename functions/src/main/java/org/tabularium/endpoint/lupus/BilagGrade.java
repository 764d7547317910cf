package org.tabularium.endpoint.lupus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The grade of one system of the BILAG-2004 index, the most active first.
///
/// Numbers: A = 12, B = 8, C = 1, D = E = 0 (Yee et al., Rheumatology 2010;49:1665–1669). The older schemes 12/5/1 and 9/3/1 are
/// of the classic index and not used.
public enum BilagGrade {

    /// Severely active.
    A(12),
    /// Moderately active.
    B(8),
    /// Mild.
    C(1),
    /// Inactive, but affected before.
    D(0),
    /// Never affected.
    E(0);

    private static final Pattern WRITTEN = Pattern.compile("(?:(?:BILAG|GRADE|GR\\.?)\\s*)?([A-E])");

    private static final Pattern POINTS = Pattern.compile("\\d+");

    private final int points;

    BilagGrade(int points) {
        this.points = points;
    }

    /// The grade that a text says: `A`, `b`, `Grade A`, `BILAG A` in any letter case.
    ///
    /// @return empty for blank text and everything else
    public static Optional<BilagGrade> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(valueOf(matcher.group(1))) : Optional.empty();
    }

    /// The grade of a system whose record has the number alone: 12, 8, 1, and 0, which is D or E; that makes no difference to any
    /// endpoint.
    ///
    /// @return empty for any other number, as of another scheme
    public static Optional<BilagGrade> ofPoints(double number) {
        return Arrays.stream(values()).filter(grade -> grade.points == number).findFirst();
    }

    /// The grade of a record: by its text, or by its number where it has no other text than a number.
    ///
    /// @param number NaN for none
    public static Optional<BilagGrade> of(String text, double number) {
        boolean byNumber = !Double.isNaN(number) && (text.isBlank() || POINTS.matcher(text).matches());
        return byNumber ? ofPoints(number) : parse(text);
    }

    /// What the system adds to the index's numerical score.
    public int points() {
        return points;
    }
}
