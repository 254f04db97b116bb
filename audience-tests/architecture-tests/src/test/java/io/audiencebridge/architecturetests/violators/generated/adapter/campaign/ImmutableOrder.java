// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.generated.adapter.campaign;

public final class ImmutableOrder {}
