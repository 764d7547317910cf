package org.tabularium.endpoint.lupus;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tabularium.endpoint.lupus.Sledai2k.Domain;
import org.tabularium.endpoint.lupus.Sledai2k.Item;

/// The items of SLEDAI-2K at one visit. An item without an answer is unknown, never absent.
///
/// @param answers of the 24 items in their order
public record SledaiItems(List<ItemAnswer> answers) {

    private static final int COUNT = Sledai2k.ITEMS.size();

    /// No item was answered.
    public static final SledaiItems UNKNOWN = all(ItemAnswer.MISSING);

    /// No item is present, as a total of 0 says.
    public static final SledaiItems NONE = all(ItemAnswer.ABSENT);

    public SledaiItems {
        answers = List.copyOf(answers);
        if (answers.size() != COUNT) {
            throw new IllegalArgumentException("SLEDAI-2K has " + COUNT + " items, not " + answers.size());
        }
    }

    private static SledaiItems all(ItemAnswer answer) {
        return new SledaiItems(IntStream.range(0, COUNT).mapToObj(i -> answer).toList());
    }

    /// The sum of the weights of the items present; empty where an item is unknown.
    public OptionalInt total() {
        return sum(item -> true);
    }

    /// The sum without the two items of serology; empty where one of the other items is unknown.
    public OptionalInt clinical() {
        return sum(item -> item.domain() != Domain.SEROLOGY);
    }

    private OptionalInt sum(Predicate<Item> counted) {
        int sum = 0;
        for (int i = 0; i < COUNT; i++) {
            Item item = Sledai2k.ITEMS.get(i);
            if (counted.test(item) && !isKnown(i)) {
                return OptionalInt.empty();
            }
            sum += counted.test(item) && isPresent(i) ? item.weight() : 0;
        }
        return OptionalInt.of(sum);
    }

    /// Whether any item has an answer.
    public boolean isAssessed() {
        return IntStream.range(0, COUNT).anyMatch(this::isKnown);
    }

    /// Whether every item has an answer.
    public boolean isComplete() {
        return IntStream.range(0, COUNT).allMatch(this::isKnown);
    }

    /// The items present that are of major organs.
    public List<Item> ofMajorOrgans() {
        return items(i -> isPresent(i) && Sledai2k.ITEMS.get(i).domain() == Domain.MAJOR_ORGAN);
    }

    /// The items present that were absent before.
    public List<Item> newSince(SledaiItems previous) {
        return items(i -> isPresent(i) && previous.answers.get(i) == ItemAnswer.ABSENT);
    }

    /// The items present of which it is not known whether they were there before.
    public List<Item> unclearSince(SledaiItems previous) {
        return items(i -> isPresent(i) && !previous.isKnown(i));
    }

    private boolean isKnown(int item) {
        return isPresent(item) || answers.get(item) == ItemAnswer.ABSENT;
    }

    private boolean isPresent(int item) {
        return answers.get(item) == ItemAnswer.PRESENT;
    }

    private static List<Item> items(IntPredicate chosen) {
        return IntStream.range(0, COUNT).filter(chosen).mapToObj(Sledai2k.ITEMS::get).toList();
    }

    /// Items by name, for messages.
    static List<String> names(List<Item> items) {
        return items.stream().map(item -> item.name().substring(0, 1).toLowerCase(Locale.ROOT) + item.name().substring(1))
                .toList();
    }
}
