/// Takes names; gives bytes in Amazon S3, and what S3 refuses in plain words. Never: looks into the bytes.
@NullMarked
@Room(takes = "names", gives = "bytes in Amazon S3, and what S3 refuses in plain words", never = "looks into the bytes", uses = {
    "store"})
package org.tabularium.store.s3;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
