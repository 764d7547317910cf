package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.study.MissingComponent;
import org.tabularium.study.MissingComponent.Instrument;

/// Which components a study lacks to derive an endpoint.
public final class MissingComponents {

    private static final int NAMED = 3;

    private final LupusRecords records;
    private final List<MissingComponent> missing = new ArrayList<>();

    private MissingComponents(LupusRecords records) {
        this.records = records;
    }

    /// The components that are not there.
    ///
    /// @param code our PARAMCD
    /// @return empty where none is missing, where the endpoint is not one that is derived, and where the study has no component
    ///     of any
    public static List<MissingComponent> of(LupusRecords records, String code) {
        MissingComponents components = new MissingComponents(records);
        if (!records.isEmpty()) {
            components.find(code);
        }
        return List.copyOf(components.missing);
    }

    private void find(String code) {
        switch (code) {
            case "SRI4", "SRI5", "SRI6", "SRI7", "SRI8", "BICLA" -> {
                total();
                all(LupusRecords.SYSTEM_CODES, Instrument.BILAG_SYSTEMS);
                one(LupusRecords.PGA);
            }
            case "LLDAS" -> {
                all(LupusRecords.ITEM_CODES, Instrument.SLEDAI_ITEMS);
                one(LupusRecords.PGA);
                one(LupusRecords.PREDNISOLONE);
            }
            case "DORIS", "RELAPSE" -> {
                if (!records.has(Sledai2k.CLINICAL)) {
                    all(LupusRecords.ITEM_CODES, Instrument.CLINICAL_SLEDAI);
                }
                one(LupusRecords.PGA);
                one(LupusRecords.PREDNISOLONE);
            }
            case "FLARE" -> total();
            default -> {}
        }
    }

    private void total() {
        if (!records.has(Sledai2k.TOTAL)) {
            all(LupusRecords.ITEM_CODES, Instrument.SLEDAI_TOTAL);
        }
    }

    private void all(List<String> codes, Instrument instrument) {
        List<String> absent = codes.stream().filter(code -> !records.has(code)).toList();
        if (!absent.isEmpty()) {
            missing.add(new MissingComponent.OfInstrument(instrument, absent.stream().limit(NAMED).toList(),
                    Math.max(0, absent.size() - NAMED)));
        }
    }

    private void one(String code) {
        if (!records.has(code)) {
            missing.add(new MissingComponent.OfCode(code));
        }
    }
}
