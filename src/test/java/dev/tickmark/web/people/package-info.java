@NullMarked
package dev.tickmark.web.people;

import org.jspecify.annotations.NullMarked;
