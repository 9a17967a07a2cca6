/** The ledger to files: what a finance team acts on. */
@NullMarked
package dev.tickmark.report;

import org.jspecify.annotations.NullMarked;
