/** Who is told what was done by itself: e-mails and webhooks. */
@NullMarked
package dev.tickmark.notice;

import org.jspecify.annotations.NullMarked;
