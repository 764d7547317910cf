package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.display.EventRemark.Groups.Group;
import org.tabularium.result.display.EventRemark;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGroup;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.EventsOfInterest;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.rows.DeclaredEvents;

/// Which events are of special interest in a study, and what footnotes say of their groups: the terms of a shell, then the
/// groups of study.yaml, those of a cell therapy ([EventGroup]) and the queries that the data mark.
final class SpecialInterest {

    private final JoinedRecords records;
    private final List<Group> groups = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final BitSet uncoded;
    /// Events that are of special interest by a query that the data mark.
    private final BitSet queried = new BitSet();

    /// @param selected the events of the table
    SpecialInterest(JoinedRecords records, BitSet selected) {
        this.records = records;
        this.uncoded = (BitSet) selected.clone();
        records.field("AEDECOD").ifPresent(term -> selected.stream().filter(row -> !term.isMissing(row)).forEach(uncoded::clear));
    }

    /// Their names, in the order of the table. Who asked for the table by name gets both toxicities of a cell therapy, if there
    /// is nothing else to be shown.
    List<String> terms(DeclaredEvents.Grades block) {
        List<String> terms = new ArrayList<>(block.terms());
        if (block.groups()) {
            EventsOfInterest interest = EventsOfInterest.of(records, terms);
            terms = new ArrayList<>(interest.names());
            unknown.addAll(interest.unknown());
        }
        if (!CellTherapy.is(records.data()) && !terms.stream().allMatch(CellTherapy::isToxicity)) {
            terms.removeIf(CellTherapy::isToxicity);
        }
        return terms;
    }

    /// Whether one row says all of a term: a group of which there is no event.
    boolean isShort(String term, BitSet events) {
        return events.isEmpty() && isGroup(term);
    }

    /// Whether a term is a group, and no toxicity of a cell therapy: a treatment that none of its events had is no row.
    boolean isGroup(String term) {
        return group(term).isPresent() && !CellTherapy.isToxicity(term);
    }

    /// Takes down what makes a group or a query; a term that is its own only event needs no word.
    void note(String term, BitSet events) {
        uncoded.andNot(events);
        List<String> found = EventGroups.found(term, records, events);
        if (group(term).map(group -> EventGroups.isMarked(group, records)).orElse(!CellTherapy.isToxicity(term))) {
            queried.or(events);
        }
        boolean itself = found.stream().allMatch(term::equalsIgnoreCase);
        if (group(term).isPresent() || !itself) {
            boolean marked = group(term).filter(group -> EventGroups.isMarked(group, records)).isPresent();
            groups.add(new Group(term, found, marked));
        }
    }

    private Optional<EventGroup> group(String term) {
        return EventGroup.named(term, records.data().settings());
    }

    void addRemarks(TableBody body) {
        long broad = EventGroups.broad(records, queried);
        if (broad > 0) {
            body.remarks.add(new EventRemark.BroadTerms(broad));
        }
        if (groups.isEmpty() && unknown.isEmpty()) {
            return;
        }
        if (!groups.isEmpty()) {
            body.remarks.add(new EventRemark.Groups(List.copyOf(groups)));
        }
        if (!unknown.isEmpty()) {
            body.remarks.add(new EventRemark.GroupsUnknown(List.copyOf(unknown)));
        }
        if (!uncoded.isEmpty()) {
            body.remarks.add(new EventRemark.Uncoded(uncoded.cardinality()));
        }
    }
}
