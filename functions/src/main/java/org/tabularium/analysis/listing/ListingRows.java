package org.tabularium.analysis.listing;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.Arms;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.event.CollectedDates;
import org.tabularium.shell.rows.DeclaredListings.Listing;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;

/// A row a record ([Listing]).
public final class ListingRows implements RowsKind<Listing> {

    private static final String ADAE = "ADAE";

    @Override
    public RowsDeclaration<Listing> declaration() {
        return Listing.DECLARATION;
    }

    @Override
    public void ask(Listing rows, ColumnRequest request) {
        Study study = request.study();
        request.ofTable(ListingAnalysis.variables(rows));
        request.ofAdsl(Arms.read(study, ListingAnalysis.by(request.shell())));
        request.ofTable(CollectedDates.beside(ListingAnalysis.variables(rows), study.variables(request.shell().dataset())));
        for (ListingColumn column : rows.columns()) {
            switch (column.source()) {
                case Source.ParameterValue score -> {
                    DerivedEndpoints.ask(study, request.columns());
                    BdsParameter.candidates(study, "").forEach(d -> BdsParameter.ask(study, d, request.columns()));
                }
                case Source.WorstGrade grade -> {
                    request.columns().ask(ADAE, EventGrades.READ);
                    request.columns().ask(ADAE, "AEDECOD", "TRTEMFL");
                    request.columns().ask(ADAE, EventGroups.variables(study));
                }
                case Source.Interest interest -> request.ofTable(EventGroups.names(study));
                case Source.Values values -> {}
                case Source.First first -> {}
                case Source.Treatment treatment -> {}
            }
        }
    }

    @Override
    public void prepare(Listing rows, TableFrame frame, TableRecords records, TableBody body) {
        ShownColumns shown = ShownColumns.of(rows, frame, records.records(), records.selected());
        body.listing.addAll(shown.columns());
        shown.remark().ifPresent(body.remarks::add);
    }

    @Override
    public void add(Listing rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ListingAnalysis.add(rows, frame, records.records(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Listing rows) {
        return RowsPromise.NONE;
    }
}
