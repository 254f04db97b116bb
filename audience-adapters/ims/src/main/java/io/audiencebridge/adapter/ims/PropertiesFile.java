// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

/** The values of a properties file, read anew each time. */
final class PropertiesFile implements Supplier<Either<BridgeError, Lookup>> {
    private final CredentialFile file;

    PropertiesFile(Path path) {
        this.file = new CredentialFile(path);
    }

    @Override
    public Either<BridgeError, Lookup> get() {
        return file.text().flatMap(text -> text.isEmpty() ? Either.right(name -> null) : parsed(text.get()));
    }

    private Either<BridgeError, Lookup> parsed(String text) {
        Properties properties = new Properties();
        return Try.run(() -> properties.load(new StringReader(text)))
                .toEither()
                .<BridgeError>mapLeft(wrong -> BridgeError.InvalidRequest.of(
                        "ims.credential",
                        file.name() + " is no properties file; write lines such as audiencebridge.ims.client-id=..."))
                .map(loaded -> properties::getProperty);
    }
}
