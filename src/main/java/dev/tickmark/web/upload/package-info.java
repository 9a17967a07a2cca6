/** Pages on which people bring files, look at them and start their runs. */
@NullMarked
package dev.tickmark.web.upload;

import org.jspecify.annotations.NullMarked;
