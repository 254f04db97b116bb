// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static io.audiencebridge.springbootstarter.BridgeSystems.said;

import io.audiencebridge.adapter.journaljdbc.JdbcJournalSettings;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.adapter.storagesftp.SftpSettings;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/** Gives a bridge its file exchanges, ciphers and journal. Artifacts that need not be there are looked for before a class of theirs is named. */
final class BridgeFiles {
    private static final String ADAPTERS = "io.audiencebridge.adapter.";

    private BridgeFiles() {}

    static void exchanges(Map<String, AudienceBridgeProperties.Files> files, AudienceBridgeBuilder builder) {
        files.forEach((name, exchange) -> builder.files(name, exchange(name, exchange)));
    }

    static void ciphers(Map<String, AudienceBridgeProperties.OpenPgp> ciphers, AudienceBridgeBuilder builder) {
        ciphers.forEach((name, cipher) -> {
            require("openpgp.OpenPgpSettings", "ciphers." + name, "audience-adapter-openpgp");
            builder.cipher(name, OpenPgp.settings(cipher));
        });
    }

    /** The journal's database; {@code dataSources} gives the data source of a bean's name. */
    static JournalSettings journal(AudienceBridgeProperties.Journal journal, Function<String, DataSource> dataSources) {
        require("journaljdbc.JdbcJournalSettings", "journal", "audience-adapter-journal-jdbc");
        return Jdbc.settings(journal, dataSources);
    }

    private static ExchangeSettings exchange(String name, AudienceBridgeProperties.Files files) {
        if (files.s3() != null) {
            require("storages3.S3Settings", "files." + name + ".s3", "audience-adapter-storage-s3");
            return S3.settings(files.s3());
        }
        if (files.sftp() != null) {
            require("storagesftp.SftpSettings", "files." + name + ".sftp", "audience-adapter-storage-sftp");
            return Sftp.settings(files.sftp());
        }
        return FolderSettings.of(Objects.requireNonNull(files.folder()));
    }

    private static void require(String type, String property, String artifact) {
        if (!ClassUtils.isPresent(ADAPTERS + type, ClassUtils.getDefaultClassLoader())) {
            throw BridgeNotMadeException.lacking("audience-bridge." + property, artifact);
        }
    }

    private static byte[] content(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource.getDescription() + " cannot be read", unreadable);
        }
    }

    /** Named only where the artifact is there. */
    private static final class S3 {
        static ExchangeSettings settings(AudienceBridgeProperties.S3 bucket) {
            S3Settings.Builder settings = S3Settings.builder();
            settings.bucket(Objects.requireNonNull(bucket.bucket()))
                    .region(bucket.region())
                    .prefix(bucket.prefix());
            said(bucket.endpoint(), settings::endpoint);
            said(bucket.accessKey(), settings::accessKey);
            said(bucket.secretKey(), settings::secretKey);
            return settings.build();
        }
    }

    /** Named only where the artifact is there. */
    private static final class Sftp {
        static ExchangeSettings settings(AudienceBridgeProperties.Sftp server) {
            SftpSettings.Builder settings = SftpSettings.builder();
            settings.host(Objects.requireNonNull(server.host()))
                    .port(server.port())
                    .user(Objects.requireNonNull(server.user()))
                    .hostKeys(server.hostKeys())
                    .folder(server.folder());
            said(server.password(), settings::password);
            said(server.privateKey(), key -> settings.privateKey(secret(key)));
            said(server.passphrase(), settings::passphrase);
            return settings.build();
        }

        private static Secret secret(Resource key) {
            byte[] bytes = content(key);
            char[] text = new char[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                text[i] = (char) (bytes[i] & 0xff);
            }
            Secret secret = Secret.of(text);
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text, '\0');
            return secret;
        }
    }

    /** Named only where the artifact is there. */
    private static final class OpenPgp {
        static CipherSettings settings(AudienceBridgeProperties.OpenPgp cipher) {
            OpenPgpSettings.Builder settings = OpenPgpSettings.builder();
            said(cipher.publicKey(), key -> settings.publicKeyBytes(content(key)));
            said(cipher.recipient(), settings::recipient);
            said(cipher.privateKey(), key -> settings.privateKeyBytes(content(key)));
            said(cipher.passphrase(), settings::passphrase);
            return settings.build();
        }
    }

    /** Named only where the artifact is there. */
    private static final class Jdbc {
        static JournalSettings settings(
                AudienceBridgeProperties.Journal journal, Function<String, DataSource> dataSources) {
            JdbcJournalSettings.Builder settings = JdbcJournalSettings.builder();
            said(journal.file(), settings::file);
            said(journal.url(), settings::url);
            said(journal.user(), settings::user);
            said(journal.password(), settings::password);
            said(journal.dataSource(), name -> settings.dataSource(dataSources.apply(name)));
            return settings.build();
        }
    }
}
