/**
 * Who may do what: roles, passwords, keys, and how often somebody may guess. What is
 * stored of it is in the ledger.
 */
@NullMarked
package dev.tickmark.people;

import org.jspecify.annotations.NullMarked;
