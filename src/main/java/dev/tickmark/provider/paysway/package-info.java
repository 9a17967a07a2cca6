/** PaySway: Verification of Payee for the accounts of the SEPA countries. */
@NullMarked
package dev.tickmark.provider.paysway;

import org.jspecify.annotations.NullMarked;
