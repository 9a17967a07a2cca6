/**
 * The verification providers simulated on this machine, over real HTTP and from their own
 * documentation alone: for trying, testing and rehearsing failures.
 */
@NullMarked
package dev.tickmark.sandbox;

import org.jspecify.annotations.NullMarked;
