/// From datasets and a shell to results: raw doubles and integers with the keys and the filter that made them. Makes no text.
@NullMarked
package org.tabularium.analysis;

import org.jspecify.annotations.NullMarked;
