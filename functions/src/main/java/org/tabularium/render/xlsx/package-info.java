/// Tables as an Excel workbook, written as SpreadsheetML by ourselves. Takes a document, gives a workbook of text and displayed
/// numbers;
/// never writes a formula, asks no screen fonts, keeps nothing between documents.
@NullMarked
@Room(takes = "displays", gives = "Excel workbooks", never = "changes a cell's text", uses = {"render", "shell", "table"})
package org.tabularium.render.xlsx;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
