/** The command line: what is typed, what is shown while it runs, and the exit codes. */
@NullMarked
package dev.tickmark.console;

import org.jspecify.annotations.NullMarked;
