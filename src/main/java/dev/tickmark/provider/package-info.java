/** The provider interface, routing, and the lanes through which every call goes. */
@NullMarked
package dev.tickmark.provider;

import org.jspecify.annotations.NullMarked;
