package org.tabularium;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which requirements a class of tests shows.
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Shows {

    Requirement[] value();
}
