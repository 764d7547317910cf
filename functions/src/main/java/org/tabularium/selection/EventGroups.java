package org.tabularium.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.Study;

/// Groups of adverse events of special interest that the sponsor has marked: CQzzNAM (customised query) and SMQzzNAM
/// (standardised MedDRA query).
public final class EventGroups {

    private static final Pattern GROUP = Pattern.compile("(CQ|SMQ)\\d\\dNAM");

    private EventGroups() {}

    public static boolean isGroup(String variable) {
        return GROUP.matcher(variable).matches();
    }

    /// The group variables a study's ADAE has.
    public static List<String> variables(Study study) {
        return study.variables("ADAE").stream().filter(EventGroups::isGroup).sorted().toList();
    }

    /// The names of the groups that rows belong to, without those already listed (in any letter case).
    public static List<String> names(JoinedRecords records, List<String> listed) {
        Set<String> known = new java.util.HashSet<>();
        listed.forEach(l -> known.add(l.toUpperCase(Locale.ROOT)));
        TreeMap<String, String> names = new TreeMap<>();
        records.dataset().columns().forEach(column -> {
            if (isGroup(column.variable().name()) && column instanceof TextColumn text) {
                for (int row = 0; row < records.size(); row++) {
                    String name = text.value(row).strip();
                    if (!name.isEmpty() && !known.contains(name.toUpperCase(Locale.ROOT))) {
                        names.putIfAbsent(name.toUpperCase(Locale.ROOT), name);
                    }
                }
            }
        });
        return new ArrayList<>(names.values());
    }
}
