package org.tabularium;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What stands at the door of a package: what comes in, what goes out, what must never happen in it, and which other rooms it may
/// use. `ArchitectureTest` holds all classes to it,
/// and the table in docs/architecture.md is made of it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Room {

    /// What it takes.
    String takes();

    /// What it gives.
    String gives();

    /// What must never happen in it.
    String never();

    /// The rooms it may use, by their names below `org.tabularium`: those that it uses, no others.
    String[] uses();
}
