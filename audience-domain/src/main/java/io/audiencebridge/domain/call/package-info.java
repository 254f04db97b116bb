// SPDX-License-Identifier: Apache-2.0
/** One call into the bridge: its deadline, its cancellation, its correlation id, its progress, and who hears what it does. */
@NullMarked
package io.audiencebridge.domain.call;

import org.jspecify.annotations.NullMarked;
