/** The application and its first class; everything else lives in the rooms below. */
@NullMarked
package dev.tickmark;

import org.jspecify.annotations.NullMarked;
