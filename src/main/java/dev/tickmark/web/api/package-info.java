/**
 * What programs see: the same as people, as resources under {@code /api/v1}. The contract
 * is {@code openapi.yaml}.
 */
@NullMarked
package dev.tickmark.web.api;

import org.jspecify.annotations.NullMarked;
