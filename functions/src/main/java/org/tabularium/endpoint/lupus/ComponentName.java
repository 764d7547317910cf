package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// What the components of the endpoints are called in messages, and their values as text.
final class ComponentName {

    static final String SLEDAI = "SLEDAI-2K";
    static final String ITEMS = "SLEDAI-2K items";
    static final String CLINICAL = "clinical SLEDAI-2K";
    static final String BILAG = "BILAG-2004";
    static final String PGA = "PGA";
    static final String PREDNISOLONE = "prednisolone dose";
    static final String WEIGHT = "weight at baseline";
    static final String PREVIOUS = "SLEDAI-2K items of the previous assessment";

    private ComponentName() {}

    /// The component before treatment.
    static String atBaseline(String component) {
        return component + " at baseline";
    }

    static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String systems(List<BilagSystem> systems) {
        return systems.stream().map(BilagSystem::words).collect(Collectors.joining(", "));
    }
}
