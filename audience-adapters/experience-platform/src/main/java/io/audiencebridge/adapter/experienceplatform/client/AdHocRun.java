// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Optional;

/**
 * An export that was begun.
 *
 * @param audience which audience's
 * @param order which order Platform made of it
 * @param run the run's id, for {@link PlatformRuns#find}; empty where the answer names none
 */
public record AdHocRun(String audience, String order, Optional<String> run) {}
