/**
 * What a person decides about what can be paid: that it may be, and that a close match is
 * the payee.
 */
@NullMarked
package dev.tickmark.release;

import org.jspecify.annotations.NullMarked;
