// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.factory.adapter.campaign;

import io.audiencebridge.architecturetests.violators.factory.domain.spi.connector.SystemFactory;

public final class HidesItsConstructor implements SystemFactory {
    HidesItsConstructor() {}
}
