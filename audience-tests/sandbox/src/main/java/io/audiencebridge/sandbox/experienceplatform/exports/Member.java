// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.time.Instant;

/**
 * Somebody to export.
 *
 * @param profile the person
 * @param status the word for where the person stands
 * @param since when that began
 */
record Member(Profile profile, String status, Instant since) {}
