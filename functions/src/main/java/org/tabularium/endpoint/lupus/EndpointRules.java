package org.tabularium.endpoint.lupus;

import java.util.Set;
import org.tabularium.study.settings.EndpointSettings;
import org.tabularium.study.settings.UpperLimit;

/// The rules of the composite endpoints as a study has settled them.
///
/// @param settings `endpoints:` of study.yaml
/// @param assessed the signs that the study records
public record EndpointRules(EndpointSettings settings, Set<LupusSign> assessed) {

    /// SRI-4 to SRI-8.
    ///
    /// @param points 4 to 8
    public SriResponse sri(int points) {
        return new SriResponse(points, settings.sriPgaIncrease());
    }

    /// BICLA.
    public BiclaResponse bicla() {
        return new BiclaResponse(settings.biclaPgaIncrease());
    }

    /// LLDAS.
    public LowActivity lowActivity() {
        EndpointSettings.Lldas lldas = settings.lldas();
        return new LowActivity(
                lldas.sledai(), lldas.pga(), steroid(lldas.prednisolone(), lldas.prednisolonePerKilogram()), assessed);
    }

    /// DORIS 2021.
    public DorisRemission remission() {
        EndpointSettings.Doris doris = settings.doris();
        return new DorisRemission(doris.pga(), steroid(doris.prednisolone(), doris.prednisolonePerKilogram()), assessed);
    }

    /// Flare and relapse.
    public SledaiFlare flare() {
        return new SledaiFlare(settings.flareAbove());
    }

    private SteroidLimit steroid(UpperLimit daily, UpperLimit perKilogram) {
        return new SteroidLimit(daily, settings.child() ? perKilogram : null);
    }
}
