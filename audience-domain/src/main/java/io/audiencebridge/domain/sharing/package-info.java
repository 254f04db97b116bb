// SPDX-License-Identifier: Apache-2.0
/** Requests, runs and their states, receipts and freshness windows. */
@NullMarked
package io.audiencebridge.domain.sharing;

import org.jspecify.annotations.NullMarked;
