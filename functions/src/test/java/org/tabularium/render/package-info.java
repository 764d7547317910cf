/// What the renderers' tests share: made-up tables.
@NullMarked
package org.tabularium.render;

import org.jspecify.annotations.NullMarked;
