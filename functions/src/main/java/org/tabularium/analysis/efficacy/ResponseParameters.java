package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.study.EndpointReasons;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords;

/// The responses of a table: those named, and where the table wants the others every parameter of ADEFF and ADRS that is answered
/// yes or no and does not describe baseline.
///
/// @param found in order
/// @param asked the PARAMCDs named
/// @param lacking those of them that are not there
/// @param underived what is said of those that cannot be derived from their components
/// @param unwanted which of them nobody wants
/// @param data the study
/// @param others whether every other response is offered, too
record ResponseParameters(List<BdsParameter> found, List<String> asked, List<String> lacking, List<Remark> underived,
        UnfavourableOutcomes unwanted,
        StudyData data,
        boolean others) {

    private static final Pattern OF_BASELINE = Pattern.compile("(?i)^baseline\\b|\\b(at|before) baseline\\b");

    /// @throws NotProducedException where a parameter that is named is not answered yes or no, or two datasets have it
    static ResponseParameters of(DeclaredResponses.Response block, TableFrame frame) throws NotProducedException {
        List<BdsParameter> found = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        List<Remark> underived = new ArrayList<>();
        NotProducedException first = null;
        for (String code : block.parameters()) {
            try {
                Optional<BdsParameter> parameter = find(frame, code);
                parameter.ifPresent(found::add);
                if (parameter.isEmpty()) {
                    lacking.add(code);
                }
            } catch (NotProducedException e) {
                if (!(e.obstacle() instanceof AbsenceObstacle.NotDerived)) {
                    throw e;
                }
                underived.add(new EfficacyRemark.NotShown(code, e.obstacle()));
                first = first == null ? e : first;
            }
        }
        if (block.others()) {
            for (String code : others(frame, block.parameters())) {
                find(frame, code).filter(p -> ResponseAnswers.isAnswered(p) && !describesBaseline(p)).ifPresent(found::add);
            }
        }
        if (first != null && found.isEmpty()) {
            throw first;
        }
        return new ResponseParameters(List.copyOf(found), block.parameters(), List.copyOf(lacking), List.copyOf(underived),
                UnfavourableOutcomes.of(frame.data()), frame.data(), block.others());
    }

    private static Optional<BdsParameter> find(TableFrame frame, String code) throws NotProducedException {
        StudyData data = frame.data();
        String dataset = frame.shell().dataset();
        Optional<BdsParameter> delivered = BdsParameter.find(data, candidates(data.study(), dataset), frame.shell().where(),
                code);
        return delivered.isPresent() ? delivered : BdsParameter.find(data, dataset, frame.shell().where(), code);
    }

    /// The datasets in which a response may be: those with parameters and values, with or without visits, but no times to an
    /// event.
    static List<String> candidates(Study study, String dataset) {
        return BdsParameter.withParameters(study, dataset)
                .filter(d -> study.has(d, "AVAL") || study.has(d, "AVALC"))
                .filter(d -> !study.has(d, "CNSR"))
                .toList();
    }

    private static List<String> others(TableFrame frame, List<String> named) {
        StudyData data = frame.data();
        return candidates(data.study(), frame.shell().dataset()).stream()
                .filter(d -> d.startsWith("ADEFF") || d.startsWith("ADRS"))
                .flatMap(d -> JoinedRecords.of(data, d).stream())
                .flatMap(records -> BdsParameter.codes(records).stream())
                .map(code -> BdsParameter.ours(data, code))
                .filter(code -> !named.contains(code))
                .distinct()
                .toList();
    }

    /// By its label, or since nobody has it after baseline.
    private static boolean describesBaseline(BdsParameter parameter) {
        BdsRecords known = BdsRecords.of(parameter.records().data(), parameter.records().dataset());
        return OF_BASELINE.matcher(parameter.label()).find()
                || parameter.rows().stream().allMatch(known::isNotAfterBaseline);
    }

    List<BdsParameter> wanted() {
        return found.stream().filter(p -> !unwanted.contain(p.code(), p.label())).toList();
    }

    List<BdsParameter> unfavourable() {
        return found.stream().filter(p -> unwanted.contain(p.code(), p.label())).toList();
    }

    /// Why there is no row.
    Obstacle nothing() {
        return new AbsenceObstacle.NoResponse(asked, lacking.stream().map(code -> DerivedEndpoints.missing(data, code))
                .filter(missing -> !missing.isEmpty())
                .findFirst()
                .orElse(List.of()));
    }

    /// Why nobody has a value.
    Obstacle valueless() {
        return new RowsObstacle.NobodyWithResponse(found.stream().map(BdsParameter::code).toList(),
                found.stream().flatMap(this::reasons).distinct().toList());
    }

    /// What derived records without a value lack.
    private Stream<EndpointReasons> reasons(BdsParameter parameter) {
        JoinedRecords records = parameter.records();
        return data.derived(parameter.code()).filter(derived -> derived.records() == records.dataset()).stream()
                .flatMap(derived -> parameter.rows().stream()
                        .filter(AnalysisValue.valued(records).negate())
                        .mapToObj(derived.reasons()::get));
    }

    /// Footnotes on responses that were asked for by name and are not there.
    List<Remark> remarks() {
        Stream<Remark> absent = others
                ? Stream.of()
                : lacking.stream().map(code -> new EfficacyRemark.NoResponse(code, DerivedEndpoints.missing(data, code)));
        return Stream.concat(absent, underived.stream()).toList();
    }

    /// Which parameters tell of what nobody wants: those of known PARAMCDs and of study.yaml, and those whose label
    /// says so ("Relapse
    /// of Nephrotic Syndrome").
    ///
    /// A label that denies it ("without relapse", "flare-free"), is a time, or speaks first of what came before or of a response
    /// ("Remission after relapse") does not say so: where a label is in doubt, the parameter is a response, and `unfavourable` of
    /// study.yaml settles it.
    ///
    /// @param codes known PARAMCDs, in capitals
    record UnfavourableOutcomes(Set<String> codes) {

        private static final Set<String> KNOWN = Set.of("RELAPSE", "FLARE", "PD", "DEATH");
        private static final Pattern CODE = Pattern.compile("(SR|SD|SS|FR)NSREL\\w*");
        private static final Pattern UNWANTED = Pattern.compile(
                "(?i)\\b(relaps(e[sd]?|ing)|flares?|progression|progressive disease|deaths?|died|worsen(ing|ed)|treatment failure)\\b");
        private static final Pattern DENIED = Pattern.compile(
                "(?i)\\b(no|not|non|none|never|without|absence|absent|free|freedom|time|duration|(days|weeks|months) (to|until|since))\\b");
        private static final Pattern BEFORE = Pattern.compile(
                "(?i)\\b(after|following|despite|since|before|until|from|prior|previous|history|respon\\w*|remi\\w*|improve\\w*|reduc\\w*"
                        + "|resol\\w*|recover\\w*|surviv\\w*|prevent\\w*|avoid\\w*|control\\w*|stable|low)\\b");

        static UnfavourableOutcomes of(StudyData data) {
            return new UnfavourableOutcomes(Stream.concat(KNOWN.stream(), data.settings().records().unfavourable().stream())
                    .map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
        }

        /// Whether nobody wants what a parameter tells of.
        ///
        /// @param code our PARAMCD
        /// @param label PARAM
        boolean contain(String code, String label) {
            String upper = code.toUpperCase(Locale.ROOT);
            return codes.contains(upper) || CODE.matcher(upper).matches() || isSaid(label);
        }

        private static boolean isSaid(String label) {
            Matcher unwanted = UNWANTED.matcher(label);
            return unwanted.find() && !DENIED.matcher(label).find()
                    && !BEFORE.matcher(label.substring(0, unwanted.start())).find();
        }
    }
}
