@NullMarked
package org.tabularium.render.docx;

import org.jspecify.annotations.NullMarked;
