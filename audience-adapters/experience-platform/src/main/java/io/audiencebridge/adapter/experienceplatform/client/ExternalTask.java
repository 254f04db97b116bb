// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Optional;

/**
 * Work on an external audience.
 *
 * @param id the task's, or the run's
 * @param audience the audience's id, once there is one
 * @param state {@code PROCESSING}, {@code SUCCESS} or {@code FAILED}, in Platform's word; empty where the answer does not say
 */
public record ExternalTask(String id, Optional<String> audience, Optional<String> state) {}
