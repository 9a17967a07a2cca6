/** Pages on the runs: all of them, and how one goes on. */
@NullMarked
package dev.tickmark.web.run;

import org.jspecify.annotations.NullMarked;
