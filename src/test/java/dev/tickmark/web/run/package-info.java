/** Tests of the pages on runs. */
@NullMarked
package dev.tickmark.web.run;

import org.jspecify.annotations.NullMarked;
