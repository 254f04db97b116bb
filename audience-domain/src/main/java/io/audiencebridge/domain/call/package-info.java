// SPDX-License-Identifier: Apache-2.0
/** One call into the bridge: its deadline, its cancellation, its correlation id and its progress. */
@NullMarked
package io.audiencebridge.domain.call;

import org.jspecify.annotations.NullMarked;
