/// The instruments of lupus and cell-therapy trials: grades, scores and response criteria. Takes columns and gives derived
/// values; knows nothing of
/// tables and never guesses at a missing component.
@NullMarked
@Room(takes = "a study's data", gives = "the same with the derived endpoints as parameters", never = "knows tables", uses = {
    "endpoint.lupus", "endpoint.toxicity", "study", "study.records", "study.settings"})
package org.tabularium.endpoint;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
