// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import java.time.Duration;

/**
 * Whether a visitor has opted out.
 *
 * @param isOptedOut whether the visitor must not be followed
 * @param kept how long that need not be asked again
 */
public record OptOutStatus(boolean isOptedOut, Duration kept) {}
