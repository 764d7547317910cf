package org.tabularium.endpoint.lupus;

import org.tabularium.study.EndpointComponent;

/// What a study may record of a visit beside the indices, as Y or N; LLDAS looks at it where the study has it.
public enum LupusSign {

    HAEMOLYTIC_ANAEMIA("HEMANEM", EndpointComponent.HAEMOLYTIC_ANAEMIA),

    GASTROINTESTINAL_ACTIVITY("GIACT", EndpointComponent.GASTROINTESTINAL_ACTIVITY),

    STABLE_IMMUNOSUPPRESSION("IMMSTAB", EndpointComponent.STABLE_IMMUNOSUPPRESSION);

    private final String parameter;
    private final EndpointComponent component;

    LupusSign(String parameter, EndpointComponent component) {
        this.parameter = parameter;
        this.component = component;
    }

    /// Our PARAMCD.
    public String parameter() {
        return parameter;
    }

    /// What it is among the components of an endpoint.
    public EndpointComponent component() {
        return component;
    }
}
