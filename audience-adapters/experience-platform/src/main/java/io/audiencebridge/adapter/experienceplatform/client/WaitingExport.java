// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * An export that has begun to arrive.
 *
 * @param name of its first file, without endings
 * @param because what is missing, in one sentence
 */
public record WaitingExport(String name, String because) {}
