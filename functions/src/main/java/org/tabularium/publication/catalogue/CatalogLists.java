package org.tabularium.publication.catalogue;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.ParallelCalls;
import org.tabularium.publication.StudyState;
import org.tabularium.store.ObjectStore;

/// Lists of the catalogue, a page at a time, for somebody who may see some of its studies. What a page costs follows from its
/// length,
/// not from the number of studies. A marker that its study's entry contradicts is passed over.
public final class CatalogLists {

    /// Studies on a page.
    public static final int PAGE = 50;
    /// So many studies are read and sorted; more are found by day.
    private static final int FEW = 200;
    /// Listings for one page, after which the next page goes on.
    private static final int CALLS = 40;

    private static final Comparator<CatalogEntry> NEWEST = Comparator.comparing(CatalogEntry::changed).reversed()
            .thenComparing(CatalogEntry::study);

    private final ObjectStore reports;
    private final Scope scope;

    public CatalogLists(ObjectStore reports, Scope scope) {
        this.reports = reports;
        this.scope = scope;
    }

    /// A page.
    ///
    /// @param next what to ask for the next one with; null for the last page
    public record Page(List<CatalogEntry> entries, @Nullable String next) {}

    /// The entry of one study; empty where there is none, or it is gone.
    public Optional<CatalogEntry> entry(String study) throws IOException {
        return reports.get(CatalogKeys.entry(study)).map(o -> CatalogEntry.read(o.bytes())).filter(e -> e.state() != null);
    }

    /// The studies whose state changed last, the newest first.
    ///
    /// @param after what the page before said; empty for the first page
    public Page newest(String after) throws IOException {
        StudyNames names = new StudyNames(reports, CatalogKeys.ENTRIES, CatalogKeys.ENTRY_END, scope.ranges(""), "");
        List<String> all = new ArrayList<>();
        List<String> some = names.next(FEW + 1);
        while (!some.isEmpty() && all.size() <= FEW) {
            all.addAll(some);
            some = names.next(FEW + 1);
        }
        return all.size() <= FEW || scope.beginnings().isEmpty() ? fewNewest(all, after) : newestByDay(after);
    }

    private Page fewNewest(List<String> names, String after) throws IOException {
        List<CatalogEntry> entries = entries(names, e -> true).stream().sorted(NEWEST).toList();
        List<CatalogEntry> rest = entries.stream().filter(e -> after.isEmpty() || comesAfter(e, after)).toList();
        List<CatalogEntry> page = rest.subList(0, Math.min(rest.size(), PAGE));
        return new Page(page, page.size() < rest.size() ? page.getLast().changed() + "/" + page.getLast().study() : null);
    }

    /// Whether an entry stands behind the last one of the page before.
    private static boolean comesAfter(CatalogEntry entry, String last) {
        int slash = last.indexOf('/');
        try {
            int time = entry.changed().compareTo(Instant.parse(last.substring(0, Math.max(0, slash))));
            return time < 0 || (time == 0 && entry.study().compareTo(last.substring(slash + 1)) > 0);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private Page newestByDay(String after) throws IOException {
        int slash = after.indexOf('/');
        String fromDay = slash < 0 ? "" : after.substring(0, slash);
        String last = after;
        List<CatalogEntry> page = new ArrayList<>();
        int calls = 0;
        for (String day : reports.folders(CatalogKeys.DAYS).reversed()) {
            if (!fromDay.isEmpty() && day.compareTo(fromDay) > 0) {
                continue;
            }
            StudyNames names = new StudyNames(reports, CatalogKeys.day(day), "", scope.ranges(""),
                    day.equals(fromDay) ? after.substring(slash + 1) : "");
            while (!names.ended()) {
                if (calls++ == CALLS) {
                    return new Page(page, last);
                }
                List<String> some = names.next(PAGE);
                for (CatalogEntry entry : entries(some, e -> e.day().equals(day))) {
                    page.add(entry);
                    if (page.size() == PAGE) {
                        return new Page(page, day + "/" + entry.study());
                    }
                }
                last = some.isEmpty() ? last : day + "/" + some.getLast();
            }
        }
        return new Page(page, null);
    }

    /// The studies in a state, by name.
    public Page inState(StudyState state, String after) throws IOException {
        return byName(new StudyNames(reports, CatalogKeys.state(state), "", scope.ranges(""), after), e -> e.state() == state);
    }

    /// The studies whose names begin so, by name: as it is written, in capitals or in small letters.
    public Page named(String beginning, String after) throws IOException {
        TreeSet<String> spellings = new TreeSet<>(
                List.of(beginning, beginning.toUpperCase(Locale.ROOT), beginning.toLowerCase(Locale.ROOT)));
        List<Scope.Range> ranges = new ArrayList<>();
        spellings.forEach(s -> ranges.addAll(scope.ranges(s)));
        ranges.sort(Comparator.comparing(Scope.Range::text));
        return byName(
                new StudyNames(reports, CatalogKeys.ENTRIES, CatalogKeys.ENTRY_END, ranges.stream().distinct().toList(), after),
                e -> true);
    }

    private Page byName(StudyNames names, Predicate<CatalogEntry> counts) throws IOException {
        List<CatalogEntry> page = new ArrayList<>();
        String last = "";
        for (int calls = 0; !names.ended(); calls++) {
            List<String> some = names.next(PAGE);
            for (CatalogEntry entry : entries(some, counts)) {
                page.add(entry);
                if (page.size() == PAGE) {
                    return new Page(page, entry.study());
                }
            }
            last = some.isEmpty() ? last : some.getLast();
            if (calls == CALLS && !last.isEmpty()) {
                return new Page(page, last);
            }
        }
        return new Page(page, null);
    }

    /// The entries that are there and count, in the order of the names.
    private List<CatalogEntry> entries(List<String> names, Predicate<CatalogEntry> counts) throws IOException {
        List<Callable<Optional<CatalogEntry>>> calls = new ArrayList<>();
        names.forEach(name -> calls.add(() -> entry(name)));
        return ParallelCalls.WIDE.all(calls).stream().flatMap(Optional::stream).filter(counts).toList();
    }
}
