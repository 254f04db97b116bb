// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * What a run says about itself.
 *
 * @param code such as {@code ACTIVATION_BATCH-0000-SKIP}
 * @param message in Platform's words
 * @param count how many records it is about; 0 where it does not say
 */
public record RunNotice(String code, String message, long count) {}
