/**
 * The words of the trade as types: payee, row, verification, call, outcome, verdict. No
 * Spring, no SQL, no HTTP.
 */
@NullMarked
package dev.tickmark.payee;

import org.jspecify.annotations.NullMarked;
