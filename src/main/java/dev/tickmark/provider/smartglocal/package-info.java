/**
 * Smart Glocal: whether a phone is registered with a bank in the Faster Payment System.
 */
@NullMarked
package dev.tickmark.provider.smartglocal;

import org.jspecify.annotations.NullMarked;
