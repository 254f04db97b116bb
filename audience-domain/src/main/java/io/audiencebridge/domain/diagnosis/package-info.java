// SPDX-License-Identifier: Apache-2.0
/** Why an audience is empty, or will be: preconditions and what was seen of them, forecasts, and explanations of one person's membership. */
@NullMarked
package io.audiencebridge.domain.diagnosis;

import org.jspecify.annotations.NullMarked;
