/// Tests of the rules: small studies as data in `test-data/spec/findings.yaml`, the reference studies, and cases that need types
/// CSV does not have.
@NullMarked
package org.tabularium.validation;

import org.jspecify.annotations.NullMarked;
