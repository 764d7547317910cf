/// Takes components of lupus instruments by visit; gives scores and responses (SLEDAI-2K, BILAG-2004, SRI, BICLA, LLDAS, DORIS,
/// flares). Never: takes a missing component for a negative one.
@NullMarked
@Room(takes = "components of lupus instruments by visit", gives = "scores and responses (SLEDAI-2K, BILAG-2004, SRI, BICLA, LLDAS, DORIS, flares)", never = "takes a missing component for a negative one", uses = {
    "dataset", "statistic", "study", "study.records", "study.settings", "study.unit"})
package org.tabularium.endpoint.lupus;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
