// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.ports.domain.spi.engine;

public final class DoesTheWork {}
