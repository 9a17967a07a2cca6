@NullMarked
package dev.tickmark.web;

import org.jspecify.annotations.NullMarked;
