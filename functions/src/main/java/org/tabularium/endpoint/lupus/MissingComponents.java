package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Which components a study lacks to derive an endpoint.
public final class MissingComponents {

    private static final int NAMED = 3;

    private final LupusRecords records;
    private final List<String> missing = new ArrayList<>();

    private MissingComponents(LupusRecords records) {
        this.records = records;
    }

    /// The components that are not there, for a message.
    ///
    /// @param code our PARAMCD
    /// @return empty where none is missing, where the endpoint is not one that is derived, and where the study has no component
    ///     of any
    public static String of(LupusRecords records, String code) {
        MissingComponents components = new MissingComponents(records);
        if (!records.isEmpty()) {
            components.find(code);
        }
        return String.join(", ", components.missing);
    }

    private void find(String code) {
        switch (code) {
            case "SRI4", "SRI5", "SRI6", "SRI7", "SRI8", "BICLA" -> {
                total();
                all(LupusRecords.SYSTEM_CODES, "BILAG-2004 by system");
                one(LupusRecords.PGA);
            }
            case "LLDAS" -> {
                all(LupusRecords.ITEM_CODES, "the items of SLEDAI-2K");
                one(LupusRecords.PGA);
                one(LupusRecords.PREDNISOLONE);
            }
            case "DORIS", "RELAPSE" -> {
                if (!records.has(Sledai2k.CLINICAL)) {
                    all(LupusRecords.ITEM_CODES, Sledai2k.CLINICAL + " or the items of SLEDAI-2K");
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
            all(LupusRecords.ITEM_CODES, Sledai2k.TOTAL + " or the items of SLEDAI-2K");
        }
    }

    private void all(List<String> codes, String words) {
        List<String> absent = codes.stream().filter(code -> !records.has(code)).toList();
        if (!absent.isEmpty()) {
            missing.add(words + " (" + absent.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (absent.size() > NAMED ? " and " + (absent.size() - NAMED) + " more" : "") + ")");
        }
    }

    private void one(String code) {
        if (!records.has(code)) {
            missing.add(code);
        }
    }
}
