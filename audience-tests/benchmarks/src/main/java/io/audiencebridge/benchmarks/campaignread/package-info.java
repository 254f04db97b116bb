// SPDX-License-Identifier: Apache-2.0
/** How fast recipients are read, beside Adobe's own client and beside reading bytes alone. */
@NullMarked
package io.audiencebridge.benchmarks.campaignread;

import org.jspecify.annotations.NullMarked;
