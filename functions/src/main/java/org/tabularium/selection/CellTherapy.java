package org.tabularium.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Whether a study is of a cell therapy: it has an event of cytokine release syndrome or ICANS, names their scale (`scales: {CRS:
/// …}`), or says who was infused (INFFL) or how lymphodepletion was done (LDREG). Then both toxicities
/// are shown, also at zero; in another study rows of zeros for them would only puzzle the reader.
public final class CellTherapy {

    private static final String EVENTS = "ADAE";

    /// Its toxicities, as MedDRA names them.
    public static final List<String> TOXICITIES = Arrays.stream(CellToxicity.values()).map(CellToxicity::term)
            .toList();

    private CellTherapy() {}

    /// Whether a study is one of a cell therapy.
    ///
    /// @param data with AEDECOD and the groups of ADAE, where the study has it
    public static boolean is(StudyData data) {
        Study study = data.study();
        return study.settings().scales().containsKey("CRS") || study.settings().scales().containsKey("ICANS")
                || study.has(Study.ADSL, "INFFL") || study.has(Study.ADSL, "LDREG") || hasTerm(data);
    }

    private static boolean hasTerm(StudyData data) {
        Optional<JoinedRecords> events = JoinedRecords.of(data, EVENTS);
        return events.isPresent() && TOXICITIES.stream()
                .anyMatch(term -> !events.get().select(TermFilter.reported(term, events.get())).isEmpty());
    }

    /// Whether a term is one of its toxicities.
    public static boolean isToxicity(String term) {
        return TOXICITIES.stream().anyMatch(term::equalsIgnoreCase);
    }
}
