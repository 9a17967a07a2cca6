/**
 * What persons look at: the rows of a run as a table, its reports, and the links with
 * which payees act. It changes nothing but the audit table.
 */
@NullMarked
package dev.tickmark.browse;

import org.jspecify.annotations.NullMarked;
