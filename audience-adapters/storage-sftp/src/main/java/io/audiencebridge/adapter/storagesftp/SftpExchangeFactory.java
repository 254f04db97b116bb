// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Opens exchanges in folders of SFTP servers. */
public final class SftpExchangeFactory implements FileExchangeFactory<SftpSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public SftpExchangeFactory() {}

    @Override
    public Class<SftpSettings> settings() {
        return SftpSettings.class;
    }

    @Override
    public Either<BridgeError, FileExchange> open(SftpSettings settings) {
        Vector<Violation> violations = SettingsCheck.violations(settings);
        return violations.isEmpty()
                ? Either.right(new SftpExchange(new Folder(new Server(settings), settings)))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }
}
