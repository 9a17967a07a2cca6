/** What jobs do by themselves: files are taken from an inbox when their time has come. */
@NullMarked
package dev.tickmark.night;

import org.jspecify.annotations.NullMarked;
