package org.tabularium.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a figure shows, as its shell declares it. To those who do not draw it, it is rows like any other: it is asked for,
/// computed and keyed as they are.
public sealed interface DeclaredFigure extends DeclaredRows {

    /// Kaplan–Meier curves of a time to an event.
    ///
    /// @param times what is computed; its landmarks are the ticks of the axis
    record Km(TimeToEvent times) implements DeclaredFigure {
        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return times.isOnePerParameter();
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return times.ofParameter(code) instanceof TimeToEvent of ? new Km(of) : this;
        }

        @Override
        public String ofAnyParameter() {
            return times.ofAnyParameter();
        }
    }

    /// A bar a subject, as long as its follow-up, with what happened.
    ///
    /// @param parameters the responses whose first attainment is marked
    /// @param terms the events that are marked, by preferred term; a relapse is one of the parameter `FLARE`
    /// @param unit of the axis: `days`, `weeks` or `months`; null for months
    record Swimmer(List<String> parameters, List<String> terms, @Nullable String unit) implements DeclaredFigure {}
}
