package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Somebody who has the results of an edition with small counts hidden, knows how such reports are made, and tries to find what
/// is hidden: what adds up (columns to their total, levels to their whole, terms' events to those of their class, the same row of
/// two tables), what cannot be more than something else, percentages and limits of hidden counts. Written without a look at how
/// counts are hidden. The full edition tells which sums hold, so that no sum is missed that a clever reader may think of.
final class Subtraction {

    private static final Set<String> COUNTS = Set.of("count", "n", "missing", "N", "at-risk", "events");

    private final int smallest;
    private final Map<String, JsonNode> full = new LinkedHashMap<>();
    private final Map<String, JsonNode> shown = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Map<String, Long> lower = new HashMap<>();
    private final Map<String, Long> upper = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<String[]> atMost = new ArrayList<>();

    private record Sum(List<String> parts, String whole) {}

    Subtraction(JsonNode full, JsonNode shown, int smallest) {
        this.smallest = smallest;
        shown.forEach(record -> {
            this.shown.put(record.path("key").asText(), record);
            tables.add(record.path("table").asText());
        });
        full.forEach(record -> {
            if (COUNTS.contains(record.path("statistic").asText()) && record.path("value").isIntegralNumber()) {
                this.full.put(record.path("key").asText(), record);
            }
        });
        addSums();
    }

    /// Small counts that are shown as they are.
    List<String> small() {
        return shown.values().stream().filter(record -> COUNTS.contains(record.path("statistic").asText()))
                .filter(record -> isSmall(record.path("value").asLong())).map(record -> record.path("key").asText()).toList();
    }

    /// Small counts whose own percentage, limits or other statistics are shown.
    List<String> besides() {
        Set<String> cells = new HashSet<>();
        hidden().forEach(key -> cells.add(record(key).path("cell").asText()));
        return shown.values().stream().filter(record -> !record.path("statistic").asText().equals("events"))
                .filter(record -> cells.contains(record.path("cell").asText())).map(record -> record.path("key").asText())
                .toList();
    }

    /// Small counts that are hidden in tables that are shown.
    List<String> hidden() {
        return full.entrySet().stream().filter(e -> !shown.containsKey(e.getKey()))
                .filter(e -> tables.contains(e.getValue().path("table").asText()))
                .filter(e -> isSmall(e.getValue().path("value").asLong())).map(Map.Entry::getKey).toList();
    }

    /// Small counts that can be worked out: bounds alone leave one number, of those that may be hidden.
    List<String> found() {
        full.forEach((key, record) -> {
            boolean known = shown.containsKey(key);
            lower.put(key, known ? record.path("value").asLong() : 0);
            upper.put(key, known ? record.path("value").asLong() : 100_000L);
        });
        boolean changed = true;
        for (int round = 0; changed && round < 200; round++) {
            changed = false;
            for (Sum sum : sums) {
                changed |= narrow(sum);
            }
            for (String[] pair : atMost) {
                changed |= raise(pair[1], low(pair[0]));
                changed |= cut(pair[0], high(pair[1]));
            }
        }
        return hidden().stream().filter(key -> Math.max(1, low(key)) >= Math.min(smallest - 1, high(key)))
                .filter(key -> smallest > 2).toList();
    }

    private JsonNode record(String key) {
        return requireNonNull(full.get(key));
    }

    private boolean isSmall(long value) {
        return value > 0 && value < smallest;
    }

    private long low(String key) {
        return lower.getOrDefault(key, 0L);
    }

    private long high(String key) {
        return upper.getOrDefault(key, 100_000L);
    }

    private boolean raise(String key, long bound) {
        return bound > low(key) && lower.put(key, bound) != null;
    }

    private boolean cut(String key, long bound) {
        return bound < high(key) && upper.put(key, bound) != null;
    }

    private boolean narrow(Sum sum) {
        long least = sum.parts().stream().mapToLong(this::low).sum();
        long most = sum.parts().stream().mapToLong(this::high).sum();
        boolean changed = raise(sum.whole(), least);
        changed |= cut(sum.whole(), most);
        for (String part : sum.parts()) {
            changed |= raise(part, low(sum.whole()) - (most - high(part)));
            changed |= cut(part, high(sum.whole()) - (least - low(part)));
        }
        return changed;
    }

    private void addSums() {
        Map<String, List<String>> acrossArms = new LinkedHashMap<>();
        Map<String, List<String>> ofLevel = new LinkedHashMap<>();
        Map<String, String> byPlace = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        full.forEach((key, record) -> {
            List<String> level = levels(record);
            byPlace.put(place(record, level, true), key);
            Map<String, String> groups = groups(record);
            String arm = groups.keySet().stream().filter(name -> name.startsWith("TRT")).findFirst().orElse("");
            if (!arm.isEmpty()) {
                acrossArms.computeIfAbsent(place(record, level, false), _ -> new ArrayList<>()).add(key);
            }
            if (!level.isEmpty()) {
                ofLevel.computeIfAbsent(place(record, level.subList(0, level.size() - 1), true) + "|" + level.size(),
                        _ -> new ArrayList<>()).add(key);
            }
            String twin = same.putIfAbsent(record.path("where").asText() + record.path("groups")
                    + record.path("statistic").asText() + record.path("variable") + level, key);
            if (twin != null && value(twin) == value(key)) {
                sums.add(new Sum(List.of(key), twin));
            }
        });
        acrossArms.forEach((place, arms) -> addIfHolds(arms, byPlace.get(place)));
        ofLevel.forEach((place, levels) -> {
            JsonNode first = record(levels.getFirst());
            List<String> above = levels(first);
            List<@Nullable String> wholes = new ArrayList<>();
            wholes.add(byPlace.get(place(first, above.subList(0, above.size() - 1), true)));
            wholes.add(
                    byPlace.get(place(first, List.of("Any adverse event"), true).replace("|" + first.path("variable"), "|null")));
            for (String statistic : List.of("n", "N")) {
                wholes.add(byPlace.get(placeOf(first, List.of(), statistic, true)));
                wholes.add(
                        byPlace.get(placeOf(first, List.of(), statistic, true).replace("|" + first.path("variable"), "|null")));
            }
            for (@Nullable
            String whole : wholes) {
                addIfHolds(levels, whole);
                if (whole != null) {
                    levels.stream().filter(part -> value(part) <= value(whole))
                            .forEach(part -> atMost.add(new String[]{part, whole}));
                    if (above.size() == 1 || whole.equals(wholes.getFirst())) {
                        bound(levels, whole);
                    }
                }
            }
        });
        full.forEach((key, record) -> {
            if (record.path("statistic").asText().equals("count")) {
                String events = byPlace.get(placeOf(record, levels(record), "events", true));
                if (events != null) {
                    atMost.add(new String[]{key, events});
                }
            }
        });
    }

    /// Of terms within a class: the class has at most all of them together. Of any event no class alone tells that.
    private void bound(List<String> parts, String whole) {
        if (record(whole).path("statistic").asText().equals("count")
                && value(whole) <= parts.stream().mapToLong(this::value).sum()
                && !parts.contains(whole) && parts.stream().allMatch(part -> value(part) <= value(whole))) {
            covers.add(new Sum(parts, whole));
        }
    }

    private final List<Sum> covers = new ArrayList<>();

    /// The most that all parts but one can be leaves the least for it, where the whole is at most their sum.
    List<String> foundByCovers() {
        found();
        List<String> found = new ArrayList<>();
        for (Sum cover : covers) {
            List<String> unknown = cover.parts().stream().filter(part -> !shown.containsKey(part)).toList();
            long known = cover.parts().stream().filter(shown::containsKey).mapToLong(this::value).sum();
            if (shown.containsKey(cover.whole()) && unknown.stream().allMatch(part -> isSmall(value(part)))
                    && !unknown.isEmpty() && tables.contains(record(cover.whole()).path("table").asText())) {
                long least = value(cover.whole()) - known - (unknown.size() - 1L) * (smallest - 1);
                if (least > 1) {
                    found.addAll(unknown);
                }
            }
        }
        return found;
    }

    private void addIfHolds(List<String> parts, @Nullable String whole) {
        if (whole != null && !parts.contains(whole) && parts.stream().mapToLong(this::value).sum() == value(whole)) {
            sums.add(new Sum(List.copyOf(parts), whole));
        }
    }

    private long value(String key) {
        return record(key).path("value").asLong();
    }

    private static Map<String, String> groups(JsonNode record) {
        Map<String, String> groups = new TreeMap<>();
        record.path("groups").properties().forEach(group -> groups.put(group.getKey(), group.getValue().asText()));
        return groups;
    }

    private static List<String> levels(JsonNode record) {
        JsonNode level = record.path("level");
        List<String> parts = new ArrayList<>();
        if (level.isArray()) {
            level.forEach(part -> parts.add(part.asText()));
        } else if (level.isTextual()) {
            parts.add(level.asText());
        }
        return parts;
    }

    private static String place(JsonNode record, List<String> level, boolean withArm) {
        return placeOf(record, level, record.path("statistic").asText(), withArm);
    }

    private static String placeOf(JsonNode record, List<String> level, String statistic, boolean withArm) {
        Map<String, String> groups = groups(record);
        if (!withArm) {
            groups.keySet().removeIf(name -> name.startsWith("TRT"));
        }
        return record.path("table").asText() + groups + statistic + level + "|" + record.path("variable");
    }
}
