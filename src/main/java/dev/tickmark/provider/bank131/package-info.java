/** Bank 131: passports and INNs of people in Russia, checked with the authorities. */
@NullMarked
package dev.tickmark.provider.bank131;

import org.jspecify.annotations.NullMarked;
