/**
 * The verification job: intake, verify, recheck, balance, report, and how a run is begun,
 * stopped and continued.
 */
@NullMarked
package dev.tickmark.verification;

import org.jspecify.annotations.NullMarked;
