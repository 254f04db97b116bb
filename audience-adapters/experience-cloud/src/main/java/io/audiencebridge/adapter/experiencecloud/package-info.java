// SPDX-License-Identifier: Apache-2.0
/** The Experience Cloud ID service as a connector. */
@NullMarked
package io.audiencebridge.adapter.experiencecloud;

import org.jspecify.annotations.NullMarked;
