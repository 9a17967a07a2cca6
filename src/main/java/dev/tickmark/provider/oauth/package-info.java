/** Access tokens by the OAuth 2.0 client credentials grant. */
@NullMarked
package dev.tickmark.provider.oauth;

import org.jspecify.annotations.NullMarked;
