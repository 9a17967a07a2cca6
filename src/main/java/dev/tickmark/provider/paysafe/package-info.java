/**
 * Paysafe: a wallet customer proves that a bank account in the United States is theirs.
 */
@NullMarked
package dev.tickmark.provider.paysafe;

import org.jspecify.annotations.NullMarked;
