package org.tabularium.manuscript.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Names that mean the same, from the file `synonyms.txt` beside this class: a line a meaning, names separated by ` = `.
public final class Synonyms {

    private final Map<List<String>, Set<List<String>>> meanings = new HashMap<>();

    private Synonyms() {}

    public static Synonyms read() {
        Synonyms synonyms = new Synonyms();
        try (InputStream file = Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"),
                "part of the program")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(synonyms::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return synonyms;
    }

    private void add(String line) {
        List<List<String>> names = new ArrayList<>();
        for (String name : line.split(" = ", -1)) {
            names.add(NameStems.of(name.strip()));
        }
        for (List<String> name : names) {
            meanings.computeIfAbsent(name.stream().sorted().toList(), n -> new LinkedHashSet<>()).addAll(names);
        }
    }

    /// The name itself and all that mean the same.
    public List<List<String>> of(List<String> name) {
        if (name.isEmpty()) {
            return List.of();
        }
        Set<List<String>> all = new LinkedHashSet<>();
        all.add(name);
        all.addAll(meanings.getOrDefault(name.stream().sorted().toList(), Set.of()));
        meanings.forEach((part, same) -> {
            if (part.size() > 1 && part.size() < name.size() && name.containsAll(part)) {
                same.stream().filter(s -> s.size() == 1).forEach(s -> all.add(replaced(name, part, s.getFirst())));
            }
        });
        return List.copyOf(all);
    }

    /// "serious adverse event" as "serious AE".
    private static List<String> replaced(List<String> name, List<String> part, String by) {
        List<String> shorter = new ArrayList<>(name);
        shorter.removeAll(part);
        shorter.add(by);
        return shorter;
    }

    /// The stems of a text with those of every name that means the same as one of its own.
    public Set<String> expanded(Set<String> stems) {
        Set<String> all = new HashSet<>(stems);
        meanings.forEach((name, same) -> {
            if (stems.containsAll(name)) {
                same.forEach(all::addAll);
            }
        });
        return all;
    }
}
