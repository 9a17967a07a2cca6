/** How fast it is, measured on packaged programs in processes of their own. */
@NullMarked
package dev.tickmark.benchmark;

import org.jspecify.annotations.NullMarked;
