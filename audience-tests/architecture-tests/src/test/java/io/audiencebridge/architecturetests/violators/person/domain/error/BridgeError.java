// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.person.domain.error;

public record BridgeError(String message) {}
