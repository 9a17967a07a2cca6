/**
 * What is told of a row, in words and masked, for whoever shows it: on a screen, or on a
 * page.
 */
@NullMarked
package dev.tickmark.story;

import org.jspecify.annotations.NullMarked;
