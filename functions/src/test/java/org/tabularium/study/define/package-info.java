@NullMarked
package org.tabularium.study.define;

import org.jspecify.annotations.NullMarked;
