/** Job definitions: what is to be done with a payee file, as a YAML file says it. */
@NullMarked
package dev.tickmark.verification.definition;

import org.jspecify.annotations.NullMarked;
