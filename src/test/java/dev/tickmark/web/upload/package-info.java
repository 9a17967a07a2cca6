/** Tests of the pages on which files are brought. */
@NullMarked
package dev.tickmark.web.upload;

import org.jspecify.annotations.NullMarked;
