@NullMarked
package dev.tickmark.watch;

import org.jspecify.annotations.NullMarked;
