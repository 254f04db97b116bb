// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.Secret;

/**
 * As whom Audience Manager signs in at a receiver's token endpoint, by OAuth. Can be printed: the secret stays hidden. Source: Audience Manager, "OAuth 2.0 integration for
 * real-time outbound transfers".
 *
 * @param id the client's id, as it was given to Adobe; without a colon
 * @param secret the client's secret, as it was given to Adobe
 */
public record PushClient(String id, Secret secret) {}
