package org.tabularium.edition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.edition.CountedRows.Family;
import org.tabularium.edition.CountedRows.Line;
import org.tabularium.result.display.TableResults;

/// Which rows are not shown, so that no count from 1 to below a smallest one is shown or can be worked out.
///
/// A set of subjects is shown or not, wherever it stands and whatever is said of it. A row with a set that is not shown is not
/// shown in any column, so that columns do not tell it from their total. What the sums of a report still give away (levels to
/// their whole, events of terms to those of their class, a set to what another set has more) is hidden by hiding one more of
/// their parts, the smallest, until they give away nothing. Zero is shown.
final class SmallCounts {

    private final int smallest;
    private final CountedRows rows;
    private final List<TableResults> displays;
    private final Set<Line> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BitSet dropped = new BitSet();
    private boolean byHeaders;
    private final IdentityHashMap<Line, List<Line>> below = new IdentityHashMap<>();
    private final Map<Integer, List<Line>> linesOf = new HashMap<>();

    private SmallCounts(List<TableResults> displays, int smallest) {
        this.displays = displays;
        this.smallest = smallest;
        this.rows = new CountedRows(displays);
        for (Line line : rows.lines) {
            if (line.parent() != null) {
                below.computeIfAbsent(line.parent(), _ -> new ArrayList<>()).add(line);
            }
            Stream.of(line.sets(), line.of(), line.events()).flatMap(List::stream).filter(set -> set != SubjectSets.NONE)
                    .distinct().forEach(set -> linesOf.computeIfAbsent(set, _ -> new ArrayList<>()).add(line));
        }
    }

    /// The rows, by display, that are not shown.
    ///
    /// @param rows by display: places of rows
    /// @param displays those that are not shown at all
    /// @param byHeaders whether some are not shown since the numbers in their headers give something away
    record Hidden(List<BitSet> rows, BitSet displays, boolean byHeaders) {}

    /// @param smallest counts below it are not shown
    static Hidden of(List<TableResults> displays, int smallest) {
        SmallCounts counts = new SmallCounts(displays, smallest);
        counts.hideSmall();
        boolean more = true;
        while (more) {
            more = counts.hideGivenAway();
        }
        return counts.hidden();
    }

    private Hidden hidden() {
        List<BitSet> places = displays.stream().map(_ -> new BitSet()).toList();
        for (Line line : hidden) {
            if (line.row() < 0) {
                dropped.set(line.display());
            } else {
                places.get(line.display()).set(line.row());
            }
        }
        return new Hidden(places, dropped, byHeaders);
    }

    private boolean isSmall(int set) {
        return rows.sets.size(set) > 0 && rows.sets.size(set) < smallest;
    }

    private void hideSmall() {
        rows.headers.forEach((set, where) -> {
            if (isSmall(set)) {
                where.forEach(this::drop);
            }
        });
        rows.lines.stream().filter(line -> !line.known()).toList().forEach(this::hide);
        for (int set = 0; set < rows.sets.count(); set++) {
            if (isSmall(set)) {
                hide(set);
            }
        }
    }

    private void hide(int set) {
        linesOf.getOrDefault(set, List.of()).forEach(this::hide);
    }

    /// A display is not shown at all; what others show of its sets, they still show.
    private void drop(int display) {
        byHeaders = true;
        dropped.set(display);
        rows.lines.stream().filter(line -> line.display() == display).forEach(hidden::add);
    }

    /// Whether the headers of some display tell a set.
    private boolean isInHeaders(int set) {
        return rows.headers.getOrDefault(set, List.of()).stream().anyMatch(display -> !dropped.get(display));
    }

    private boolean isShown(int set) {
        return isInHeaders(set) || !hidden.containsAll(linesOf.getOrDefault(set, List.of()));
    }

    /// Those that nothing shows.
    private BitSet unknown() {
        BitSet unknown = new BitSet();
        Stream.concat(linesOf.keySet().stream(), rows.headers.keySet().stream())
                .forEach(set -> unknown.set(set, rows.sets.size(set) > 0 && !isShown(set)));
        hidden.forEach(line -> line.cells().stream().filter(number -> number != SubjectSets.NONE).forEach(unknown::set));
        return unknown;
    }

    /// Hides a row with all that must be hidden with it.
    private void hide(Line first) {
        Deque<Line> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            Line line = waiting.pop();
            if (hidden.add(line)) {
                waiting.addAll(togetherWith(line));
            }
        }
    }

    private List<Line> togetherWith(Line line) {
        if (line.row() < 0) {
            dropped.set(line.display());
            return List.of();
        }
        List<Line> together = new ArrayList<>();
        Stream.concat(line.sets().stream(), line.events().stream())
                .filter(set -> set != SubjectSets.NONE && rows.sets.size(set) > 0 && !isInHeaders(set))
                .forEach(set -> together.addAll(linesOf.getOrDefault(set, List.of())));
        if (Withheld.isInOrderOfCounts(displays.get(line.display()))) {
            together.addAll(below.getOrDefault(line, List.of()));
        }
        return together;
    }

    /// Hides one more of what gives something away.
    ///
    /// @return whether something did
    private boolean hideGivenAway() {
        BitSet unknown = unknown();
        Sums sums = rows.sums(unknown, hidden::contains);
        BitSet solved = new BitSet();
        sums.solved(unknown).stream().filter(this::isSmall).forEach(solved::set);
        boolean more = false;
        for (Sums.Sum sum : sums.all()) {
            if (sum.all().stream().anyMatch(solved::get) && sum.all().stream().filter(unknown::get).count() == 1) {
                more |= hideOneOf(sum.all(), unknown, true);
            }
        }
        if (!more && !solved.isEmpty()) {
            more = hideOneAround(sums.all(), solved, unknown);
        }
        for (Family family : rows.families) {
            more |= hideBounded(family);
        }
        return more;
    }

    /// Where several sums together give something away: one of their shown parts, a header where there is no other.
    private boolean hideOneAround(List<Sums.Sum> sums, BitSet solved, BitSet unknown) {
        BitSet near = new BitSet();
        near.or(solved);
        for (boolean headersToo : List.of(false, true)) {
            for (int reach = 0; reach < sums.size(); reach++) {
                int before = near.cardinality();
                for (Sums.Sum sum : sums) {
                    if (sum.all().stream().anyMatch(near::get)) {
                        if (hideOneOf(sum.all(), unknown, headersToo)) {
                            return true;
                        }
                        sum.all().stream().filter(unknown::get).forEach(near::set);
                    }
                }
                if (near.cardinality() == before) {
                    break;
                }
            }
        }
        return false;
    }

    /// @param headersToo whether displays may go for the numbers in their headers
    /// @param unknown before anything of this round was hidden; what was hidden since is no longer shown
    private boolean hideOneOf(List<Integer> sets, BitSet unknown, boolean headersToo) {
        List<Integer> shown = sets.stream().filter(set -> !unknown.get(set) && rows.sets.size(set) > 0).toList();
        if (shown.stream().anyMatch(set -> !isShown(set))) {
            return true;
        }
        var smallestShown = shown.stream().filter(set -> !isInHeaders(set) && linesOf.containsKey(set))
                .min(Comparator.comparingLong(rows.sets::size));
        if (smallestShown.isPresent()) {
            hide(smallestShown.get());
            return true;
        }
        return headersToo && shown.stream().filter(this::isInHeaders)
                .map(set -> rows.headers.getOrDefault(set, List.of()).stream()
                        .filter(display -> !dropped.get(display)).distinct().toList())
                .min(Comparator.comparingInt(List::size))
                .map(where -> {
                    where.forEach(this::drop);
                    return true;
                }).orElse(false);
    }

    /// A whole that is shown is at most the sum of its parts: where all parts but small ones are shown, it bounds these from
    /// below.
    private boolean hideBounded(Family family) {
        if (hidden.contains(family.whole())) {
            return false;
        }
        List<Line> shown = family.parts().stream().filter(line -> !hidden.contains(line)).toList();
        List<Line> unshown = family.parts().stream().filter(hidden::contains).toList();
        for (int column = 0; column < family.whole().sets().size(); column++) {
            int whole = family.whole().sets().get(column);
            if (whole != SubjectSets.NONE && isBounded(rows.sets.size(whole), column, shown, unshown)) {
                Line next = shown.stream().min(Comparator.comparingLong(this::total)).orElse(family.whole());
                hide(next);
                return true;
            }
        }
        return false;
    }

    private boolean isBounded(long whole, int column, List<Line> shown, List<Line> unshown) {
        List<Long> sizes = unshown.stream().map(line -> size(line, column)).toList();
        boolean small = sizes.stream().anyMatch(size -> size > 0 && size < smallest);
        boolean large = sizes.stream().anyMatch(size -> size >= smallest);
        long known = shown.stream().mapToLong(line -> size(line, column)).sum();
        return small && !large && whole - known - (sizes.size() - 1L) * (smallest - 1) > 1;
    }

    private long size(Line line, int column) {
        int set = column < line.sets().size() ? line.sets().get(column) : SubjectSets.NONE;
        return set == SubjectSets.NONE ? 0 : rows.sets.size(set);
    }

    private long total(Line line) {
        return size(line, line.sets().size() - 1);
    }
}
