package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.List;

/// The SLE Disease Activity Index 2000: 24 items, each present or absent, with weights that add up to at most 105.
///
/// Source: Gladman, Ibañez and Urowitz, J Rheumatol 2002;29:288–291.
public final class Sledai2k {

    /// Our PARAMCD of the total score.
    public static final String TOTAL = "SLEDAI2K";

    /// Our PARAMCD of the clinical score, the total without low complement and increased DNA binding.
    public static final String CLINICAL = "CSLEDAI";

    /// The highest total.
    public static final int MAXIMUM = 105;

    /// What an item is about, as far as endpoints look at it.
    public enum Domain {
        /// Central nervous system, kidney, heart and lung, vasculitis and fever: activity there is never low (LLDAS).
        MAJOR_ORGAN,
        /// Complement and DNA binding, which the clinical score leaves out.
        SEROLOGY,
        OTHER
    }

    /// An item of the index.
    ///
    /// @param parameter our PARAMCD, `SL2K01` to `SL2K24`
    /// @param name in sentence case
    /// @param weight what the item adds to the total when it is present: 8, 4, 2 or 1
    /// @param domain what it is about
    public record Item(String parameter, String name, int weight, Domain domain) {}

    /// The 24 items in the order of their parameters.
    public static final List<Item> ITEMS = items();

    private Sledai2k() {}

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        add(items, 8, Domain.MAJOR_ORGAN, "Seizure", "Psychosis", "Organic brain syndrome", "Visual disturbance",
                "Cranial nerve disorder", "Lupus headache", "Cerebrovascular accident", "Vasculitis");
        add(items, 4, Domain.OTHER, "Arthritis", "Myositis");
        add(items, 4, Domain.MAJOR_ORGAN, "Urinary casts", "Haematuria", "Proteinuria", "Pyuria");
        add(items, 2, Domain.OTHER, "Rash", "Alopecia", "Mucosal ulcers");
        add(items, 2, Domain.MAJOR_ORGAN, "Pleurisy", "Pericarditis");
        add(items, 2, Domain.SEROLOGY, "Low complement", "Increased DNA binding");
        add(items, 1, Domain.MAJOR_ORGAN, "Fever");
        add(items, 1, Domain.OTHER, "Thrombocytopenia", "Leukopenia");
        return List.copyOf(items);
    }

    private static void add(List<Item> items, int weight, Domain domain, String... names) {
        for (String name : names) {
            items.add(new Item("SL2K" + (items.size() + 1) / 10 + (items.size() + 1) % 10, name, weight, domain));
        }
    }
}
