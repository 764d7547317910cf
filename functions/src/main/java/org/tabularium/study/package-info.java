/// A study: its settings (`study.yaml`), its names for things, its opened datasets.
@NullMarked
package org.tabularium.study;

import org.jspecify.annotations.NullMarked;
