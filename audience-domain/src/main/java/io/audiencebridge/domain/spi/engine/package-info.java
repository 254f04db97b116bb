// SPDX-License-Identifier: Apache-2.0
/** What the author of infrastructure implements. */
@NullMarked
package io.audiencebridge.domain.spi.engine;

import org.jspecify.annotations.NullMarked;
