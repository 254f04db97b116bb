// SPDX-License-Identifier: Apache-2.0
/** Processes that are killed at any point, and go on in others. */
@NullMarked
package io.audiencebridge.trials.kill;

import org.jspecify.annotations.NullMarked;
