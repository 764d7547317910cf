package org.tabularium.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a command understands, and what its help says. Texts of the help are format strings: `%n` is a line's end, `%%` a percent
/// sign.
///
/// @param footer examples and exit codes
/// @param arguments in their order; what may be left out stands last
record Syntax(String name, String header, String description, List<String> footer, List<Argument> arguments,
        List<Option> options) {

    /// An argument that has no name.
    ///
    /// @param label what the help calls it
    /// @param candidates what completion offers
    record Argument(String label, String description, boolean required, List<String> candidates) {

        static Argument of(String label, String description) {
            return new Argument(label, description, true, List.of());
        }

        Argument optional() {
            return new Argument(label, description, false, candidates);
        }

        Argument among(List<String> values) {
            return new Argument(label, description, required, values);
        }
    }

    /// An option, such as `--out`.
    ///
    /// @param value what the help calls its value; null for one that has none
    /// @param many whether it may be repeated, and its values be separated by commas
    /// @param candidates what completion offers
    record Option(String name, @Nullable String value, String description, boolean many, boolean required,
            List<String> candidates) {

        static Option of(String name, String value, String description) {
            return new Option(name, value, description, false, false, List.of());
        }

        /// One without a value.
        static Option flag(String name, String description) {
            return new Option(name, null, description, false, false, List.of());
        }

        Option repeatable() {
            return new Option(name, value, description, true, required, candidates);
        }

        Option mandatory() {
            return new Option(name, value, description, many, true, candidates);
        }

        Option among(List<String> values) {
            return new Option(name, value, description, many, required, values);
        }
    }

    /// A command without arguments and options.
    static Syntax of(String name, String header, String description, String... footer) {
        return new Syntax(name, header, description, List.of(footer), List.of(), List.of());
    }

    /// With one more argument.
    Syntax with(Argument argument) {
        return new Syntax(name, header, description, footer, and(arguments, argument), options);
    }

    /// With one more option.
    Syntax with(Option option) {
        return new Syntax(name, header, description, footer, arguments, and(options, option));
    }

    private static <T> List<T> and(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /// The option of a name.
    Optional<Option> option(String wanted) {
        for (Option option : options) {
            if (option.name().equals(wanted)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
