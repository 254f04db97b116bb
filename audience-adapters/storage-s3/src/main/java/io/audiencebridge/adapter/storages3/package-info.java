// SPDX-License-Identifier: Apache-2.0
/** Files handed over through a bucket. */
@NullMarked
package io.audiencebridge.adapter.storages3;

import org.jspecify.annotations.NullMarked;
