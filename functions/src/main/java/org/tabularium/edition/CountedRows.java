package org.tabularium.edition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;

/// The rows of all displays as what they say of sets of subjects.
final class CountedRows {

    /// A row, or all of a figure: it is shown or not as a whole.
    ///
    /// @param display which display
    /// @param row its place there; -1 for all of a figure
    /// @param parent the row above that it is indented under; null for none
    /// @param sets whom its cells count, a column each; [SubjectSets#NONE] for nobody's
    /// @param of of whom, likewise
    /// @param events how many events, likewise
    /// @param cells what stands for its sets where they are not told by anything else
    /// @param known whether it is said of each of its numbers who is behind it
    record Line(int display, int row, @Nullable Line parent, List<Integer> sets, List<Integer> of, List<Integer> events,
            List<Integer> cells, boolean known) {}

    /// Rows that together are another: the terms of a class, the classes of any event.
    record Family(Line whole, List<Line> parts) {}

    final SubjectSets sets = new SubjectSets();
    final List<Line> lines = new ArrayList<>();
    /// The displays whose columns are of a set: it is told by their headers.
    final Map<Integer, List<Integer>> headers = new HashMap<>();
    final List<Family> families;

    CountedRows(List<TableResults> displays) {
        for (int i = 0; i < displays.size(); i++) {
            for (ColumnHead column : displays.get(i).columns()) {
                headers.computeIfAbsent(sets.of(column.subjects()), _ -> new ArrayList<>()).add(i);
            }
            addRows(i, displays.get(i));
            addFigure(i, displays.get(i).drawn());
        }
        families = families();
    }

    private void addRows(int display, TableResults table) {
        List<Line> above = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            ResultRow declared = table.rows().get(row);
            while (above.size() > declared.indent()) {
                above.removeLast();
            }
            Line parent = above.isEmpty() ? null : above.getLast();
            Line line = line(display, row, parent, declared.cells().subList(0,
                    Math.min(table.columns().size(), declared.cells().size())));
            while (above.size() < declared.indent()) {
                above.add(line);
            }
            above.add(line);
            lines.add(line);
        }
    }

    private void addFigure(int display, List<FigureRow> drawn) {
        if (!drawn.isEmpty()) {
            lines.add(line(display, -1, null, drawn.stream().map(FigureRow::cell).toList()));
        }
    }

    private Line line(int display, int row, @Nullable Line parent, List<CellResults> cells) {
        List<Integer> counted = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        boolean known = true;
        for (CellResults cell : cells) {
            int set = SubjectSets.NONE;
            int whole = SubjectSets.NONE;
            int number = SubjectSets.NONE;
            for (Result result : cell.results()) {
                Behind behind = result.behind();
                if (behind != null) {
                    set = sets.of(behind.numerator());
                    whole = sets.of(behind.denominator());
                } else if (!(result.value() instanceof Value.NotEstimable)) {
                    known = false;
                }
                if (result.statistic() == Statistic.EVENTS && result.value() instanceof Value.Whole(long value)) {
                    number = sets.ofNumber(value);
                }
            }
            counted.add(set);
            of.add(whole);
            events.add(number);
            own.add(set == SubjectSets.NONE ? SubjectSets.NONE : sets.ofNumber(sets.size(set)));
        }
        return new Line(display, row, parent, counted, of, events, own, known);
    }

    /// The sums that hold between sets, as far as a reader can tell that they do: columns to their total, rows beside each other
    /// to what they are parts of, one set to what is left of another. What happens to hold in these data alone is taken for such
    /// a sum too, which hides more and never less.
    ///
    /// @param hidden the sets whose rests are looked for
    /// @param unknown of a row, whether its cells are not shown
    Sums sums(BitSet hidden, Predicate<Line> unknown) {
        Sums sums = new Sums();
        lines.stream().filter(line -> line.row() >= 0).forEach(line -> addColumns(line, unknown, sums));
        beside().forEach(group -> addParts(group, unknown, sums));
        families.forEach(family -> addEvents(family, sums));
        addRests(hidden, sums);
        return sums;
    }

    private List<List<Line>> beside() {
        Map<List<Integer>, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.row() >= 0) {
                groups.computeIfAbsent(List.of(line.display(), line.parent() == null ? -1 : line.parent().row()),
                        _ -> new ArrayList<>()).add(line);
            }
        }
        return List.copyOf(groups.values());
    }

    private List<Family> families() {
        List<Family> found = new ArrayList<>();
        for (List<Line> group : beside()) {
            Line parent = group.getFirst().parent();
            if (parent != null) {
                found.add(new Family(parent, group));
            }
            addOfSuffixes(group, found);
        }
        return found;
    }

    /// A row and those beside it, to the last, that are together whom it counts.
    private void addOfSuffixes(List<Line> group, List<Family> found) {
        Map<BitSet, Integer> suffixes = new HashMap<>();
        BitSet all = new BitSet();
        for (int from = group.size() - 1; from > 0; from--) {
            all = (BitSet) all.clone();
            all.or(lastSet(group.get(from)));
            if (from < group.size() - 1) {
                suffixes.put(all, from);
            }
            Integer start = suffixes.get(lastSet(group.get(from - 1)));
            if (start != null) {
                found.add(new Family(group.get(from - 1), group.subList(start, group.size())));
            }
        }
    }

    private BitSet lastSet(Line line) {
        return line.sets().isEmpty() || line.sets().getLast() == SubjectSets.NONE
                ? new BitSet()
                : sets.subjects(line.sets().getLast());
    }

    /// What stands in a cell: its set, or a number of its own where nobody can tell that it is nobody's or all of a column's.
    private record Part(int number, int set) {}

    private List<Part> parts(Line line, Predicate<Line> unknown) {
        List<Part> parts = new ArrayList<>();
        for (int column = 0; column < line.sets().size(); column++) {
            int set = line.sets().get(column);
            boolean own = set != SubjectSets.NONE && unknown.test(line) && (sets.size(set) == 0 || headers.containsKey(set));
            parts.add(new Part(own ? line.cells().get(column) : set, set));
        }
        return parts;
    }

    private void addColumns(Line line, Predicate<Line> unknown, Sums sums) {
        List<Part> parts = parts(line, unknown);
        int last = parts.size() - 1;
        if (last < 2 || parts.stream().anyMatch(part -> part.set() == SubjectSets.NONE)) {
            return;
        }
        BitSet all = new BitSet();
        long size = 0;
        for (Part part : parts.subList(0, last)) {
            all.or(sets.subjects(part.set()));
            size += sets.size(part.set());
        }
        if (size == sets.size(parts.get(last).set()) && all.equals(sets.subjects(parts.get(last).set()))) {
            sums.add(new Sums.Sum(parts.subList(0, last).stream().map(Part::number).toList(), parts.get(last).number()));
        }
    }

    /// Rows one after the other that share nobody and together are a set that is there.
    private void addParts(List<Line> group, Predicate<Line> unknown, Sums sums) {
        List<List<Part>> lists = group.stream().map(line -> parts(line, unknown)).toList();
        int columns = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<Part> run = lists.stream().filter(list -> at < list.size()).map(list -> list.get(at))
                    .filter(part -> part.set() != SubjectSets.NONE && (sets.size(part.set()) > 0 || part.number() != part.set()))
                    .toList();
            for (int from = 0; from < run.size(); from++) {
                BitSet all = (BitSet) sets.subjects(run.get(from).set()).clone();
                for (int to = from + 1; to < run.size() && !all.intersects(sets.subjects(run.get(to).set())); to++) {
                    all.or(sets.subjects(run.get(to).set()));
                    int whole = sets.find(all);
                    if (whole != SubjectSets.NONE && !all.isEmpty()) {
                        sums.add(new Sums.Sum(run.subList(from, to + 1).stream().map(Part::number).toList(), whole));
                    }
                }
            }
        }
    }

    private void addEvents(Family family, Sums sums) {
        for (int column = 0; column < family.whole().events().size(); column++) {
            int at = column;
            int whole = family.whole().events().get(column);
            List<Integer> parts = family.parts().stream().filter(line -> at < line.events().size())
                    .map(line -> line.events().get(at)).filter(set -> set != SubjectSets.NONE).toList();
            if (whole != SubjectSets.NONE && parts.stream().mapToLong(sets::size).sum() == sets.size(whole)) {
                sums.add(new Sums.Sum(parts, whole));
            }
        }
    }

    /// What is left of a set without another.
    private void addRests(BitSet hidden, Sums sums) {
        for (int part = hidden.nextSetBit(0); part >= 0; part = hidden.nextSetBit(part + 1)) {
            long size = sets.size(part);
            BitSet subjects = sets.subjects(part);
            for (int whole = 0; whole < sets.count() && !subjects.isEmpty(); whole++) {
                if (sets.size(whole) > size && contains(sets.subjects(whole), subjects)) {
                    BitSet rest = (BitSet) sets.subjects(whole).clone();
                    rest.andNot(subjects);
                    int other = sets.find(rest);
                    if (other != SubjectSets.NONE) {
                        sums.add(new Sums.Sum(List.of(part, other), whole));
                    }
                }
            }
        }
    }

    private static boolean contains(BitSet all, BitSet some) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }
}
