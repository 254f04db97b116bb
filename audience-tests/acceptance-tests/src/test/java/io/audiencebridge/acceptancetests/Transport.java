// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.adapter.storagesftp.SftpSettings;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import java.nio.file.Path;

/** What Platform's destinations write to, and the same place as the bridge reads it. */
enum Transport {
    FOLDER {
        @Override
        Target target(Path place) {
            return Target.folder(place.resolve(HERE));
        }

        @Override
        ExchangeSettings exchange(Sandbox sandbox, Path place) {
            return FolderSettings.of(place);
        }
    },

    S3 {
        @Override
        Target target(Path place) {
            return Target.bucket(HERE);
        }

        @Override
        ExchangeSettings exchange(Sandbox sandbox, Path place) {
            return Journey.bucket(sandbox.description(), "platformBucket").build();
        }
    },

    SFTP {
        @Override
        Target target(Path place) {
            return Target.sftp("exchange/" + HERE);
        }

        @Override
        ExchangeSettings exchange(Sandbox sandbox, Path place) {
            return SftpSettings.builder()
                    .host(sandbox.sftp().getHost())
                    .port(sandbox.sftp().getPort())
                    .user(sandbox.sftpUser())
                    .password(Secret.of(sandbox.sftpPassword()))
                    .addHostKeys(sandbox.sftpHostKey())
                    .folder("exchange")
                    .build();
        }
    };

    /** The destination's folder. */
    static final String HERE = "aep/campaign";

    abstract Target target(Path place);

    abstract ExchangeSettings exchange(Sandbox sandbox, Path place);
}
