/** Signatures with a partner's own key, for the providers that ask for them. */
@NullMarked
package dev.tickmark.provider.signing;

import org.jspecify.annotations.NullMarked;
