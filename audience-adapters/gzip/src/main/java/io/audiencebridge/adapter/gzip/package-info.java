// SPDX-License-Identifier: Apache-2.0
/** Files in gzip, RFC 1952. */
@NullMarked
package io.audiencebridge.adapter.gzip;

import org.jspecify.annotations.NullMarked;
