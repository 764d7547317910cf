package org.tabularium.dataset.dictionary;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/// The distinct texts of a column by code: Strings while they are few, levels say, which are asked for row by row. Many,
/// which are identifiers, are held by [FrontCoding], and a String is made of one when it is asked for.
public final class DistinctTexts extends AbstractList<String> implements RandomAccess {

    /// More than these are many.
    private static final int FEW = 1 << 12;

    private List<String> few = new ArrayList<>();
    private @Nullable FrontCoding many;
    private boolean codable = true;

    /// No texts yet.
    public DistinctTexts() {}

    /// Texts that do not change any more.
    public static List<String> of(List<String> texts) {
        if (texts instanceof DistinctTexts held) {
            return held;
        }
        if (texts.size() <= FEW) {
            return List.copyOf(texts);
        }
        DistinctTexts held = new DistinctTexts();
        held.addAll(texts);
        return held;
    }

    @Override
    public boolean add(String text) {
        if (many != null) {
            if (!many.add(text)) {
                few = new ArrayList<>(this);
                few.add(text);
                many = null;
                codable = false;
            }
            return true;
        }
        few.add(text);
        if (codable && few.size() > FEW) {
            FrontCoding coding = new FrontCoding();
            codable = few.stream().allMatch(coding::add);
            if (codable) {
                many = coding;
                few = List.of();
            }
        }
        return true;
    }

    @Override
    public String get(int index) {
        if (many == null) {
            return few.get(index);
        }
        if (index < 0 || index >= many.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return many.get(index);
    }

    @Override
    public int size() {
        return many == null ? few.size() : many.size();
    }

    /// Whether these are many, and the same as others, compared as they are held.
    public boolean areMany(DistinctTexts others) {
        return many != null && others.many != null && many.isLike(others.many);
    }

    /// One after the other, which costs less than each by its index.
    @Override
    public Iterator<String> iterator() {
        return many == null ? few.iterator() : many.iterator();
    }

    @Override
    public Spliterator<String> spliterator() {
        return Spliterators.spliterator(iterator(), size(), Spliterator.ORDERED);
    }
}
