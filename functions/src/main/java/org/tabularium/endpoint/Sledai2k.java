package org.tabularium.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The SLE Disease Activity Index 2000: 24 items, each present or absent, with weights that add up to at most 105.
///
/// Source: Gladman, Ibañez and Urowitz, J Rheumatol 2002;29:288–291.
public final class Sledai2k {

    /// Our PARAMCD of the total score.
    public static final String TOTAL = "SLEDAI2K";

    /// The highest total.
    public static final int MAXIMUM = 105;

    /// An item of the index.
    ///
    /// @param parameter our PARAMCD, `SL2K01` to `SL2K24`
    /// @param name in sentence case
    /// @param weight what the item adds to the total when it is present: 8, 4, 2 or 1
    public record Item(String parameter, String name, int weight) {}

    private static final List<String> WEIGHT_8 = List.of(
            "Seizure",
            "Psychosis",
            "Organic brain syndrome",
            "Visual disturbance",
            "Cranial nerve disorder",
            "Lupus headache",
            "Cerebrovascular accident",
            "Vasculitis");
    private static final List<String> WEIGHT_4 = List.of("Arthritis", "Myositis", "Urinary casts", "Haematuria", "Proteinuria",
            "Pyuria");
    private static final List<String> WEIGHT_2 = List.of(
            "Rash", "Alopecia", "Mucosal ulcers", "Pleurisy", "Pericarditis", "Low complement", "Increased DNA binding");
    private static final List<String> WEIGHT_1 = List.of("Fever", "Thrombocytopenia", "Leukopenia");

    /// The 24 items in the order of their parameters.
    public static final List<Item> ITEMS = items();

    private Sledai2k() {}

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        add(items, WEIGHT_8, 8);
        add(items, WEIGHT_4, 4);
        add(items, WEIGHT_2, 2);
        add(items, WEIGHT_1, 1);
        return List.copyOf(items);
    }

    private static void add(List<Item> items, List<String> names, int weight) {
        for (String name : names) {
            items.add(new Item(String.format(Locale.ROOT, "SL2K%02d", items.size() + 1), name, weight));
        }
    }
}
