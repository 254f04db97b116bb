// SPDX-License-Identifier: Apache-2.0
/** Holds forecasts against data sets whose truth is known. */
@NullMarked
package io.audiencebridge.trials.forecast;

import org.jspecify.annotations.NullMarked;
