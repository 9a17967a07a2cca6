/** The pages on which persons release what can be paid, and accept close matches. */
@NullMarked
package dev.tickmark.web.release;

import org.jspecify.annotations.NullMarked;
