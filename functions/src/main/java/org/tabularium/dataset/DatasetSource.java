package org.tabularium.dataset;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A file that a format opens.
///
/// @param name of its dataset, upper case
/// @param content its bytes
/// @param limits what may not be passed
/// @param notes takes warnings and notes met on opening
public record DatasetSource(String name, Content content, InputLimits limits, Consumer<Finding> notes) {}
