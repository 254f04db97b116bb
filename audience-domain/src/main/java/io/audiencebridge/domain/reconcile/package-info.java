// SPDX-License-Identifier: Apache-2.0
/** Matching members with recipients: policy, reconciler and tally. */
@NullMarked
package io.audiencebridge.domain.reconcile;

import org.jspecify.annotations.NullMarked;
