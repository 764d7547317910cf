/// A study: its settings (`study.yaml`), its names for things, its opened datasets.
@NullMarked
@Room(takes = "a snapshot and its settings", gives = "the study's datasets under our names", never = "decides what a number is", uses = {
    "dataset", "finding", "snapshot", "study.define", "study.settings", "yaml"})
package org.tabularium.study;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
