package org.tabularium.table;

/// A column of a table.
///
/// @param header the header's text, `\n` where a line break stands
/// @param span text of a header above this column and its neighbours with the same text; empty for none
/// @param align how the body cells stand; headers of number columns are centred over them, headers of text columns stand left
public record TableColumn(String header, String span, Align align) {}
