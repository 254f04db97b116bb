// SPDX-License-Identifier: Apache-2.0
/** Long proofs, one command each; they print figures. */
@NullMarked
package io.audiencebridge.trials;

import org.jspecify.annotations.NullMarked;
