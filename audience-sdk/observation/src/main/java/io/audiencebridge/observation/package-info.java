// SPDX-License-Identifier: Apache-2.0
/** Metrics and traces of what a bridge does, by Micrometer Observation. */
@NullMarked
package io.audiencebridge.observation;

import org.jspecify.annotations.NullMarked;
