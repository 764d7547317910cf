package org.tabularium.render.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.result.Behind;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Value;
import org.tabularium.table.wording.FilterWords;
import org.tabularium.table.wording.StatisticWords;

/// The explanations of a page's numbers: each is out of sight until its address is asked for. What the cells of a row have in
/// common is written once, and once for all rows of a display that are computed alike. Ends that HTML knows by itself (of `p`,
/// `dt` and `dd`) are left out: a page may have 12,000 explanations.
final class ExplanationMarkup {

    private final Markup out;
    private final SubjectLists lists;
    private final IdentityHashMap<Result, String> keys;

    ExplanationMarkup(Markup out, SubjectLists lists, IdentityHashMap<Result, String> keys) {
        this.out = out;
        this.lists = lists;
        this.keys = keys;
    }

    void write(List<Explained> cells) {
        Map<Explained.Shared, Map<Explained.Common, List<Explained>>> blocks = new LinkedHashMap<>();
        cells.forEach(cell -> blocks.computeIfAbsent(cell.shared(), shared -> new LinkedHashMap<>())
                .computeIfAbsent(cell.common(), common -> new ArrayList<>()).add(cell));
        blocks.forEach(this::block);
    }

    private void block(Explained.Shared shared, Map<Explained.Common, List<Explained>> rows) {
        out.raw("<article class=x><p>").text(shared.display()).raw("\n");
        rows.forEach(this::row);
        out.raw("<dl>");
        if (!shared.population().isEmpty()) {
            out.raw("<dt>Population<dd>").text(shared.population());
        }
        for (Result result : rows.values().iterator().next().getFirst().results()) {
            out.raw("<dt>").text(result.statistic().word()).raw("<dd>")
                    .text(StatisticWords.formula(result.statistic(), result.method().id())).raw("; method: ")
                    .text(StatisticWords.of(result.method()));
        }
        out.raw("</dl></article>\n");
    }

    private void row(Explained.Common common, List<Explained> cells) {
        out.raw("<section><h3>").text(common.row().labels()).raw("</h3>\n");
        cells.forEach(this::cell);
        String filter = FilterWords.of(common.selection());
        out.raw("<dl><dt>Filter<dd>").text(filter.isEmpty() ? "none" : filter).raw(" (").text(common.dataset())
                .raw(")</dl></section>\n");
    }

    private void cell(Explained cell) {
        Result first = cell.results().getFirst();
        out.raw("<div id=x" + cell.number() + "><p><b>").text(cell.text()).raw("</b> ").text(cell.column())
                .raw(" <a href=#c" + cell.number() + ">Back</a><dl>");
        Selection.Arm arm = first.selection().arm();
        if (arm != null) {
            out.raw("<dt>Arm<dd>").text(arm.variable() + " = " + arm.level());
        }
        Behind behind = first.behind();
        if (behind != null) {
            subjects("Numerator", behind.numerator());
            subjects("Denominator", behind.denominator());
        }
        for (Result result : cell.results()) {
            out.raw("<dt>").text(result.statistic().word()).raw("<dd>").text(value(result.value()));
        }
        String key = keys.get(first);
        if (key != null) {
            out.raw("<dt>Key<dd class=k>").text(key);
        }
        out.raw("</dl></div>\n");
    }

    private void subjects(String name, BitSet set) {
        int number = set.cardinality();
        out.raw("<dt>" + name + "<dd>" + number + (number == 1 ? " subject" : " subjects"));
        int list = lists.of(set);
        if (list >= 0) {
            out.raw(": <a class=s href=#s" + list + ">who</a>");
        } else if (list == SubjectLists.LEFT_OUT) {
            out.raw(": who, says subjects.json of the run");
        }
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Real(double real) -> Double.isFinite(real) ? number(real) : "not estimable";
            case Value.Text(String text) -> text;
            case Value.NotEstimable(String reason) -> "not estimable: " + reason;
        };
    }

    private static String number(double real) {
        return real == Math.rint(real) && Math.abs(real) < 1e15 ? Long.toString((long) real) : Double.toString(real);
    }

    /// The lists that explanations lead to.
    void writeLists() {
        if (!lists.areShown()) {
            return;
        }
        out.raw("<section id=subjects aria-labelledby=h-subjects>\n<h2 id=h-subjects>Subjects</h2>\n<p>Explanations name subjects "
                + "by their numbers here.</p>\n<ol>\n");
        lists.subjects().forEach(subject -> out.raw("<li>").text(subject).raw("</li>\n"));
        out.raw("</ol>\n");
        for (Map.Entry<Integer, String> list : lists.written().entrySet()) {
            out.raw("<article class=x><section><h3>Subjects by number</h3><div id=s" + list.getKey() + "><p class=r>")
                    .raw(list.getValue()).raw("<p><a href=#subjects>The list of subjects</a></div></section></article>\n");
        }
        out.raw("</section>\n");
    }
}
