package org.tabularium.portal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.portal.StudyReports.Report;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.catalogue.CatalogLists;
import org.tabularium.run.Manifest;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.SignedLinks;

/// The front door: answers what a browser asks, each time for whom the token says and for what the grants say just then. A
/// study that
/// the caller may not see answers as one that is not there.
public final class Portal {

    private static final int EVENTS = 20;
    private static final int ALL_EVENTS = 500;

    private final PortalSettings settings;
    private final Issuer issuer;
    private final TokenVerifier verifier;
    private final SignIn signIn;
    private final Access access;
    private final ObjectStore reports;
    private final SignedLinks downloads;
    private final SignedLinks uploadLinks;
    private final Trail trail;
    private final Layout layout;

    /// @param downloads links into the reports bucket
    /// @param uploadLinks links into the uploads bucket
    public Portal(PortalSettings settings, Issuer issuer, TokenVerifier verifier, Access access, ObjectStore reports,
            SignedLinks downloads, SignedLinks uploadLinks, Clock clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.verifier = verifier;
        this.signIn = new SignIn(settings, issuer, verifier, reports, clock);
        this.access = access;
        this.reports = reports;
        this.downloads = downloads;
        this.uploadLinks = uploadLinks;
        this.trail = new Trail(reports, clock);
        this.layout = new Layout(settings);
    }

    /// Answers a request.
    ///
    /// @throws IOException where a store or the issuer cannot be reached; [#unavailable] is the answer to that
    public Response answer(Request request) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "GET /login" -> signIn.begin(request);
            case "GET /callback" -> signedIn(request);
            default -> inSession(request);
        };
    }

    /// What is said where something that is needed cannot be reached.
    public Response unavailable() {
        return layout.message(503, null, "Not available",
                "Something that Tabularium needs cannot be reached just now. Try again in a minute.");
    }

    private Response signedIn(Request request) throws IOException {
        try {
            SignIn.Done done = signIn.end(request);
            access.of(done.session().person());
            return Response.to(303, settings.absolute(done.to()))
                    .withCookie(Session.COOKIE, done.session().token(), signIn.seconds(done.session()))
                    .withCookie(SignIn.COOKIE, "", 0);
        } catch (SignIn.FailedException e) {
            return layout.message(400, null, "Not signed in", String.valueOf(e.getMessage())).withCookie(SignIn.COOKIE, "", 0);
        } catch (Access.LeftOutException e) {
            return leftOut(e).withCookie(SignIn.COOKIE, "", 0);
        }
    }

    private Response leftOut(Access.LeftOutException e) {
        return layout.message(403, null, "No access", e.getMessage()
                + " What you may see cannot be known. Ask your administrator to send only the groups that are assigned to Tabularium.");
    }

    private Response inSession(Request request) throws IOException {
        Optional<Session> session = Session.of(request, verifier);
        if (session.isEmpty()) {
            String to = request.method().equals("GET") ? request.path() + query(request) : "/";
            return Response.to(302, settings.absolute("/login" + PortalSettings.query(Map.of("to", to))));
        }
        try {
            return inSession(request, session.get(), access.of(session.get().person()));
        } catch (Access.LeftOutException e) {
            return leftOut(e);
        }
    }

    private static String query(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.query().keySet().forEach(name -> parameters.put(name, request.parameter(name)));
        return parameters.isEmpty() ? "" : PortalSettings.query(parameters);
    }

    private Response inSession(Request request, Session session, Caller caller) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "GET /" -> catalogue(request, session, caller);
            case "GET /study" -> study(request, session, caller);
            case "GET /changes" -> changes(request, session, caller);
            case "GET /history" -> history(request, session, caller);
            case "GET /file" -> file(request, session, caller);
            case "GET /upload" -> uploadPage(request, session, caller);
            case "POST /upload" -> upload(request, session, caller);
            case "POST /logout" -> signOut(request, session);
            default -> absent(session);
        };
    }

    /// The one answer for what is not there and for what the caller may not see.
    private Response absent(Session session) {
        return layout.message(404, session, "Not found", "There is no such page or study, or you may not see it.");
    }

    /// The same, and the study's history has it, where there is such a study.
    private Response refused(String study, Session session, Caller caller) throws IOException {
        if (StudyKeys.isName(study) && reports.get(new StudyKeys(study).status()).isPresent()) {
            trail.write(HistoryType.REFUSED, study, caller.person(), Map.of());
        }
        return absent(session);
    }

    private Response catalogue(Request request, Session session, Caller caller) throws IOException {
        CatalogLists lists = new CatalogLists(reports, caller.scope());
        String word = request.parameter("state");
        @Nullable
        StudyState state = Arrays.stream(StudyState.values()).filter(s -> s.word().equals(word)).findFirst().orElse(null);
        String beginning = request.parameter("q").strip();
        String after = request.parameter("after");
        CatalogLists.Page page;
        if (!beginning.isEmpty()) {
            page = lists.named(beginning, after);
        } else if (state != null) {
            page = lists.inState(state, after);
        } else {
            page = lists.newest(after);
        }
        return new CataloguePage(settings, layout).of(session, caller, page, beginning.isEmpty() ? state : null, beginning);
    }

    /// What the caller may read of a study. Of one that was emptied or withdrawn only those read who look after it.
    private StudyReports of(String study, Caller caller) throws IOException {
        StudyReports own = new StudyReports(reports, new StudyKeys(study), caller.editions(study));
        boolean gone = own.status().map(s -> s.snapshot().isEmpty() && s.ignored().isEmpty()).orElse(false);
        return gone && !audits(caller, study) ? new StudyReports(reports, own.keys(), List.of()) : own;
    }

    private Response study(Request request, Session session, Caller caller) throws IOException {
        String name = request.parameter("name");
        if (!caller.sees(name)) {
            return refused(name, session, caller);
        }
        StudyReports study = of(name, caller);
        Optional<StudyStatus> status = study.status();
        boolean uploads = caller.may(Role.UPLOADER, name);
        if (status.isEmpty()) {
            return uploads ? nothingYet(name, session) : absent(session);
        }
        trail.write(HistoryType.VIEWED, name, caller.person(), Map.of());
        List<HistoryEvent> events = new History(reports, name).newest(t -> t != HistoryType.VIEWED || audits(caller, name),
                EVENTS);
        Optional<Report> report = study.newest();
        boolean full = uploads || study.editions().contains(StudyReports.FULL);
        return new StudyPage(settings, layout, session, study.keys(), full, audits(caller, name)).of(status.get(),
                report.orElse(null), report.isEmpty() ? null : changes(study, report.get()), events, uploads);
    }

    private Response nothingYet(String study, Session session) {
        return layout.page(200, session, study,
                Html.tag("p").of(
                        "Nothing is known of this study yet. What is uploaded is looked at once no file has come for a minute."),
                Html.tag("p")
                        .of(Html.tag("a").with("href", settings.path("/upload", Map.of("study", study))).of("Upload datasets")));
    }

    /// The changes from the run that was the newest before.
    private @Nullable RunChanges changes(StudyReports study, Report newest) throws IOException {
        for (HistoryEvent pointer : new History(reports, study.keys().study()).newest(t -> t == HistoryType.POINTER, 10)) {
            String run = String.valueOf(pointer.fields().get("run"));
            Optional<Report> before = run.equals(newest.run()) ? Optional.empty() : study.run(run);
            if (before.isPresent()) {
                return new RunChanges(before.get(), newest);
            }
        }
        return null;
    }

    private static boolean audits(Caller caller, String study) {
        return caller.may(Role.AUDITOR, study) || caller.may(Role.OPERATOR, study);
    }

    private Response changes(Request request, Session session, Caller caller) throws IOException {
        String name = request.parameter("study");
        if (!caller.sees(name)) {
            return refused(name, session, caller);
        }
        StudyReports study = of(name, caller);
        Optional<Report> from = study.run(request.parameter("from"));
        Optional<Report> to = study.run(request.parameter("to"));
        if (from.isEmpty() || to.isEmpty()) {
            return absent(session);
        }
        trail.write(HistoryType.VIEWED, name, caller.person(), Map.of("from", from.get().run(), "to", to.get().run()));
        RunChanges changes = new RunChanges(from.get(), to.get());
        return new ChangesPage(settings, layout).of(session, study.keys(), changes, changes.cells(reports, study.keys()));
    }

    private Response history(Request request, Session session, Caller caller) throws IOException {
        String name = request.parameter("study");
        if (!caller.sees(name)) {
            return refused(name, session, caller);
        }
        if (of(name, caller).status().isEmpty()) {
            return absent(session);
        }
        List<HistoryEvent> events = new History(reports, name).newest(t -> true, ALL_EVENTS);
        StudyKeys keys = new StudyKeys(name);
        return layout.page(200, session, "History of " + name, new HistoryTable(audits(caller, name)).of(events, keys),
                Html.tag("p").of(Html.tag("a").with("href", settings.path("/study", Map.of("name", name))).of("To the study")));
    }

    /// A link to a file that the run's manifest names: the path is looked up, never joined to anything before.
    private Response file(Request request, Session session, Caller caller) throws IOException {
        String name = request.parameter("study");
        if (!caller.sees(name)) {
            return refused(name, session, caller);
        }
        StudyReports study = of(name, caller);
        String path = request.parameter("path");
        Optional<Report> report = study.run(request.parameter("run"));
        Optional<Manifest.Output> output = report.flatMap(
                r -> r.manifest().outputs().stream().filter(o -> o.path().equals(path)).findFirst());
        if (report.isEmpty() || output.isEmpty()) {
            return absent(session);
        }
        String key = study.keys().file(report.get().run(), output.get().path());
        Optional<ObjectVersion> version = reports.list(key).stream().filter(v -> v.key().equals(key)).findFirst();
        if (version.isEmpty()) {
            return absent(session);
        }
        trail.write(HistoryType.LINK_GIVEN, name, caller.person(),
                Map.of("run", report.get().run(), "path", output.get().path()));
        return Response.to(303, downloads.toRead(key, version.get().versionId(),
                FileNames.disposition(FileNames.of(report.get().manifest(), output.get().path()))));
    }

    private Response uploadPage(Request request, Session session, Caller caller) throws IOException {
        String name = request.parameter("study").strip();
        return caller.may(Role.UPLOADER, name)
                ? new UploadPage(settings, layout).of(session, new StudyKeys(name), uploadLinks.origin())
                : refused(name, session, caller);
    }

    private Response upload(Request request, Session session, Caller caller) throws IOException {
        Uploads.Wish wish = Uploads.Wish.read(request.body());
        if (!session.isOwnForm(wish.form(), request)) {
            return Uploads.refusal(403, "this was not sent by a page of Tabularium; load the page again");
        }
        if (!caller.may(Role.UPLOADER, wish.study())) {
            refused(wish.study(), session, caller);
            return Uploads.refusal(404, "there is no such study, or you may not upload to it");
        }
        return new Uploads(uploadLinks, trail).give(wish, caller);
    }

    private Response signOut(Request request, Session session) throws IOException {
        if (!session.isOwnForm(request.field("form"), request)) {
            return layout.message(403, session, "Not signed out", "This was not sent by a page of Tabularium.");
        }
        URI end = issuer.endpoints().endSession();
        Html further = end == null
                ? Html.NOTHING
                : Html.tag("p").of(Html.tag("a").with("href", end.toString()).of("Sign out of your organisation too"));
        return layout.page(200, null, "Signed out", Html.tag("p").of("You are signed out of Tabularium."), further)
                .withCookie(Session.COOKIE, "", 0);
    }
}
