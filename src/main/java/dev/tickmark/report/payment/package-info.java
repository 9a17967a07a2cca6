/**
 * A payment message taken apart by verdict, and the status report that banks write of
 * one.
 */
@NullMarked
package dev.tickmark.report.payment;

import org.jspecify.annotations.NullMarked;
