/** Banfico: Confirmation of Payee in the United Kingdom and its islands. */
@NullMarked
package dev.tickmark.provider.banfico;

import org.jspecify.annotations.NullMarked;
