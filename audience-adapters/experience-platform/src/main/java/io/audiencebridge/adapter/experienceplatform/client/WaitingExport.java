// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.time.Instant;

/**
 * An export that has begun to arrive.
 *
 * @param name of its first file, without endings
 * @param time the time that will stand for its rows, as far as it is known now
 * @param since when the newest of its files came
 * @param because what is missing, in one sentence
 */
public record WaitingExport(String name, Instant time, Instant since, String because) {}
