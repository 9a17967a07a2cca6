/** Pages about people: one's own account, everybody's, keys, and what persons did. */
@NullMarked
package dev.tickmark.web.people;

import org.jspecify.annotations.NullMarked;
