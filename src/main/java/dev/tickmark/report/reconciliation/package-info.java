/** What a reconciliation found, to files that finance and an auditor keep. */
@NullMarked
package dev.tickmark.report.reconciliation;

import org.jspecify.annotations.NullMarked;
