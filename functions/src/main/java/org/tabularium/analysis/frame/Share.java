package org.tabularium.analysis.frame;

import java.util.BitSet;
import org.tabularium.statistic.proportion.Proportion;

/// Who has something, of whom.
///
/// @param having who of `of` has it; others are left out
/// @param of those that the share is of
public record Share(BitSet having, BitSet of) {

    public Share {
        having = (BitSet) having.clone();
        having.and(of);
    }

    /// How many of how many.
    public Proportion proportion() {
        return new Proportion(having.cardinality(), of.cardinality());
    }

    /// The same among some: the subjects of a column or of a stratum.
    public Share among(BitSet some) {
        BitSet both = (BitSet) of.clone();
        both.and(some);
        return new Share(having, both);
    }
}
