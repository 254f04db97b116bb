// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.vavr.control.Either;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens homes in folders. */
public final class HomeFolderFactory implements HomeFactory {
    /** A factory, for {@code ServiceLoader}. */
    public HomeFolderFactory() {}

    @Override
    public Either<BridgeError, Home> open(String place) {
        try {
            return HomeFolder.at(Path.of(place)).map(home -> home);
        } catch (InvalidPathException wrong) {
            return Either.left(BridgeError.LocalFailure.of("'" + place + "' is no path of a folder; name another one"));
        }
    }
}
