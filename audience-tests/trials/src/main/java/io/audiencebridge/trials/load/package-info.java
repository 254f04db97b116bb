// SPDX-License-Identifier: Apache-2.0
/** Many shares at once in one process, against systems that throttle. */
@NullMarked
package io.audiencebridge.trials.load;

import org.jspecify.annotations.NullMarked;
