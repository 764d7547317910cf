package org.tabularium.endpoint.lupus;

/// What a study may record of a visit beside the indices, as Y or N; LLDAS looks at it where the study has it.
public enum LupusSign {

    HAEMOLYTIC_ANAEMIA("HEMANEM", "haemolytic anaemia"), GASTROINTESTINAL_ACTIVITY("GIACT",
            "gastrointestinal activity"), STABLE_IMMUNOSUPPRESSION("IMMSTAB", "stable immunosuppression");

    private final String parameter;
    private final String words;

    LupusSign(String parameter, String words) {
        this.parameter = parameter;
        this.words = words;
    }

    /// Our PARAMCD.
    public String parameter() {
        return parameter;
    }

    /// The name within a sentence.
    public String words() {
        return words;
    }
}
