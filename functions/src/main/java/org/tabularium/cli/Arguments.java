package org.tabularium.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a command was called with.
///
/// @param positional arguments without a name, in their order
/// @param options the values of each option given, by its name; none for one without a value
record Arguments(List<String> positional, Map<String, List<String>> options) {

    /// The argument at this place, counted from 0; empty where it was not given.
    String argument(int place) {
        return hasArgument(place) ? positional.get(place) : "";
    }

    boolean hasArgument(int place) {
        return place < positional.size();
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /// An option's one value; null where it was not given.
    @Nullable
    String option(String name) {
        List<String> values = every(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    String option(String name, String otherwise) {
        String value = option(name);
        return value == null ? otherwise : value;
    }

    /// All values of an option, in their order.
    List<String> every(String option) {
        return options.getOrDefault(option, List.of());
    }

    /// Reads a call that is plainly right: known options, each with a value behind it, as many arguments as there are to be.
    ///
    /// @param words the command's name first
    /// @return empty where help is asked for, something is missing, unknown or written in a rarer way: for these there is
    ///     [PicocliCommands], which understands a plain call as this does, but takes longer to load than to understand it
    static Optional<Arguments> plain(Syntax syntax, List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals(syntax.name())) {
            return Optional.empty();
        }
        List<String> positional = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        Iterator<String> left = words.iterator();
        left.next();
        while (left.hasNext()) {
            String word = left.next();
            Optional<Syntax.Option> option = syntax.option(word);
            if (option.isPresent()) {
                if (!put(option.get(), left, options)) {
                    return Optional.empty();
                }
            } else if (isPlain(word)) {
                positional.add(word);
            } else {
                return Optional.empty();
            }
        }
        return isComplete(syntax, positional.size(), options)
                ? Optional.of(new Arguments(List.copyOf(positional), options))
                : Optional.empty();
    }

    /// @return whether the option was put beside the others
    private static boolean put(Syntax.Option option, Iterator<String> left, Map<String, List<String>> options) {
        if (!option.many() && options.containsKey(option.name())) {
            return false;
        }
        List<String> values = options.computeIfAbsent(option.name(), _ -> new ArrayList<>());
        if (option.value() == null) {
            return true;
        }
        String value = left.hasNext() ? left.next() : "";
        if (!option.many()) {
            values.add(value);
            return isPlain(value);
        }
        boolean plain = true;
        for (String part : value.split(",", -1)) {
            values.add(part);
            plain &= isPlain(part);
        }
        return plain;
    }

    /// Whether the word says nothing but itself.
    private static boolean isPlain(String word) {
        return !word.isEmpty() && word.charAt(0) != '-' && word.indexOf('"') < 0;
    }

    private static boolean isComplete(Syntax syntax, int positional, Map<String, List<String>> options) {
        int required = 0;
        for (Syntax.Argument argument : syntax.arguments()) {
            required += argument.required() ? 1 : 0;
        }
        boolean complete = positional >= required && positional <= syntax.arguments().size();
        for (Syntax.Option option : syntax.options()) {
            complete &= !option.required() || options.containsKey(option.name());
        }
        return complete;
    }
}
