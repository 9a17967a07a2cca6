/** For whoever watches the process from outside: is it well, and how much waits. */
@NullMarked
package dev.tickmark.watch;

import org.jspecify.annotations.NullMarked;
