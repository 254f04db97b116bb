// SPDX-License-Identifier: Apache-2.0
/** Set-ups that are broken in one documented way each, and what the diagnosis says first about them. */
@NullMarked
package io.audiencebridge.trials.diagnose;

import org.jspecify.annotations.NullMarked;
