/**
 * What all of the HTTP API shares: its description and page, versions of records, limits of requests, and
 * answers to trouble that no route has met.
 */
@NullMarked
package org.kamiau.platform.api;

import org.jspecify.annotations.NullMarked;
