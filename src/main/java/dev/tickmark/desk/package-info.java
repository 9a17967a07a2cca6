/** What people give this process to do, and the runs at work in it. */
@NullMarked
package dev.tickmark.desk;

import org.jspecify.annotations.NullMarked;
