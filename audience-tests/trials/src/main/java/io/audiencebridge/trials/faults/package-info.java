// SPDX-License-Identifier: Apache-2.0
/** The fault matrix: every remote call of every use case, and everything that can go wrong with it. */
@NullMarked
package io.audiencebridge.trials.faults;

import org.jspecify.annotations.NullMarked;
