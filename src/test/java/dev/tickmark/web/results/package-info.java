@NullMarked
package dev.tickmark.web.results;

import org.jspecify.annotations.NullMarked;
