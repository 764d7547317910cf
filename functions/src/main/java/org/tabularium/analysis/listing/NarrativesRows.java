package org.tabularium.analysis.listing;

import java.util.List;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.Arms;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.CollectedDates;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.rows.DeclaredListings.Narratives;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// Narratives for a writer to complete ([Narratives]).
public final class NarrativesRows implements RowsKind<Narratives> {

    private static final List<String> OF_SUBJECTS = Stream.of(NarrativeAnalysis.OF_SUBJECT, NarrativeAnalysis.OF_TREATMENT,
            NarrativeAnalysis.OF_DEATH, List.of("SUBJID", "DTHFL", "DTHADY")).flatMap(List::stream).toList();

    @Override
    public RowsDeclaration<Narratives> declaration() {
        return Narratives.DECLARATION;
    }

    @Override
    public void ask(Narratives rows, ColumnRequest request) {
        Study study = request.study();
        request.ofTable(NarrativeAnalysis.OF_EVENT);
        request.ofTable(List.of("AEDECOD"));
        request.ofTable(EventDays.READ);
        request.ofTable(EventGrades.READ);
        request.ofTable(EventGroups.variables(study));
        request.ofTable(CollectedDates.beside(NarrativeAnalysis.OF_EVENT, study.variables(request.shell().dataset())));
        request.ofAdsl(OF_SUBJECTS);
        request.ofAdsl(CollectedDates.beside(OF_SUBJECTS, study.variables(Study.ADSL)));
        request.ofAdsl(Arms.read(study, ListingAnalysis.by(request.shell())));
        request.columns().ask(NarrativeAnalysis.LABORATORY, NarrativeLaboratory.READ);
        request.columns().ask(NarrativeAnalysis.EXPOSURE, NarrativeAnalysis.OF_EXPOSURE);
        request.columns().ask(NarrativeAnalysis.HISTORY, NarrativeAnalysis.HISTORY_NAMES);
        request.columns().ask(NarrativeAnalysis.MEDICATION, NarrativeAnalysis.OF_MEDICATION);
        request.columns().ask(NarrativeAnalysis.MEDICATION, NarrativeAnalysis.MEDICATION_NAMES);
        request.columns().ask(NarrativeAnalysis.MEDICATION,
                CollectedDates.beside(NarrativeAnalysis.OF_MEDICATION, study.variables(NarrativeAnalysis.MEDICATION)));
    }

    @Override
    public void prepare(Narratives rows, TableFrame frame, TableRecords records, TableBody body) {
        body.listing.addAll(rows.columns());
    }

    @Override
    public void add(Narratives rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        NarrativeAnalysis.add(rows, frame, records.records(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Narratives rows) {
        return RowsPromise.NONE;
    }
}
