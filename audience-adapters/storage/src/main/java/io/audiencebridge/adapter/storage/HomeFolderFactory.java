// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.vavr.control.Either;

/** Opens homes in folders. */
public final class HomeFolderFactory implements HomeFactory {
    /** A factory, for {@code ServiceLoader}. */
    public HomeFolderFactory() {}

    @Override
    public Either<BridgeError, Home> open(String place) {
        return Place.of(place).flatMap(HomeFolder::at).map(home -> home);
    }
}
