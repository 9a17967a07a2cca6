@NullMarked
package dev.tickmark.web.api;

import org.jspecify.annotations.NullMarked;
