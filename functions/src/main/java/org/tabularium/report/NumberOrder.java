package org.tabularium.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.report.ReportPlan.Planned;

/// The order of a report's displays by their numbers, compared part by part: 14.3.1.8 comes before 16.2.7.1. A display without a
/// number comes after those of the section of the display before it, of its kind, in the plan, of the first of its kind where
/// none is before it; what has no section comes last.
/// Equal numbers stay in the order of the plan.
final class NumberOrder {

    /// The parts of a number that make a section: 14.1, 16.2.
    private static final int SECTION = 2;

    private static final Part LAST = new Part(Long.MAX_VALUE, "");

    /// A part of a number: digits, and what follows them.
    private record Part(long digits, String rest) implements Comparable<Part> {

        private static final Comparator<Part> ORDER = Comparator.comparingLong(Part::digits).thenComparing(Part::rest);

        static Part of(String text) {
            int end = 0;
            while (end < text.length() && end < 18 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return end == 0
                    ? new Part(Long.MAX_VALUE, text)
                    : new Part(Long.parseLong(text.substring(0, end)), text.substring(end));
        }

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    private NumberOrder() {}

    /// The places of the displays in their order.
    ///
    /// @param planned in the order of the plan
    static List<Integer> of(List<Planned> planned) {
        List<List<Part>> keys = new ArrayList<>();
        List<Part> table = first(planned, false);
        List<Part> listing = first(planned, true);
        for (Planned display : planned) {
            boolean isListing = display.shell().isListing();
            String number = display.shell().number();
            if (number.isEmpty()) {
                keys.add(afterSection(isListing ? listing : table));
            } else {
                List<Part> parts = parts(number);
                keys.add(parts);
                listing = isListing ? parts : listing;
                table = isListing ? table : parts;
            }
        }
        return IntStream.range(0, keys.size()).boxed().sorted((a, b) -> compare(keys.get(a), keys.get(b))).toList();
    }

    /// The number of the first listing, or of the first other display, that has one; nothing where none has.
    private static List<Part> first(List<Planned> planned, boolean listings) {
        return planned.stream().map(Planned::shell).filter(shell -> shell.isListing() == listings && !shell.number().isEmpty())
                .findFirst().map(shell -> parts(shell.number())).orElse(List.of());
    }

    private static List<Part> afterSection(List<Part> before) {
        List<Part> key = new ArrayList<>(before.subList(0, Math.min(SECTION, before.size())));
        key.add(LAST);
        return key;
    }

    private static List<Part> parts(String number) {
        List<Part> parts = new ArrayList<>();
        for (String part : number.split("[.\\-–\\s]+", -1)) {
            if (!part.isEmpty()) {
                parts.add(Part.of(part));
            }
        }
        return parts;
    }

    private static int compare(List<Part> left, List<Part> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
