/** Puts the packaged program where it starts fast. */
@NullMarked
package dev.tickmark.console.install;

import org.jspecify.annotations.NullMarked;
