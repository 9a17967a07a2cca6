@NullMarked
package dev.tickmark.web.release;

import org.jspecify.annotations.NullMarked;
