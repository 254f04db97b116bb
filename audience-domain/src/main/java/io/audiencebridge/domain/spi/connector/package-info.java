// SPDX-License-Identifier: Apache-2.0
/** What the author of a system implements. */
@NullMarked
package io.audiencebridge.domain.spi.connector;

import org.jspecify.annotations.NullMarked;
