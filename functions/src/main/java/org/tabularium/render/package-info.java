/// From tables to bytes. The paginator and the renderers' one interface live here; each format has a package below.
@NullMarked
package org.tabularium.render;

import org.jspecify.annotations.NullMarked;
