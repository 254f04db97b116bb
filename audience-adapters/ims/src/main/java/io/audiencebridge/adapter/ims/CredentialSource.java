// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;

/**
 * A place where a credential is kept. It is read when a token source is opened and again before each request for a token, so that a secret that was replaced there
 * is used without a restart.
 *
 * <p>Reads are made on a caller's thread and should take milliseconds. Safe for use by several threads. Two vocabularies are understood by {@link #environment()},
 * {@link #systemProperties()} and {@link #properties(Path)}: ours ({@code audiencebridge.ims.client-id}, in the environment {@code AUDIENCE_BRIDGE_IMS_CLIENT_ID})
 * and, as aliases, the keys of Adobe's own Java library ({@code aio_api_key}).
 */
public interface CredentialSource {
    /** The place, as messages name it; no secret in it. */
    String name();

    /** What is there now; {@link ImsCredential#none()} where there is nothing. Left: what is there cannot be read or is of no use. */
    Either<BridgeError, ImsCredential> read();

    /** The environment's variables. */
    static CredentialSource environment() {
        return new KeyedSource("the environment", SettingNames.ENVIRONMENT, () -> Either.right(System::getenv));
    }

    /** The Java system properties. */
    static CredentialSource systemProperties() {
        return new KeyedSource(
                "the system properties", SettingNames.PROPERTIES, () -> Either.right(System::getProperty));
    }

    /** A file of properties in UTF-8, such as the {@code workspace.secret.properties} of Adobe's Java library; nothing where there is no such file. */
    static CredentialSource properties(Path file) {
        return new KeyedSource("file " + file.getFileName(), SettingNames.PROPERTIES, new PropertiesFile(file));
    }

    /** The JSON that the Developer Console lets one download, of a project's workspace or of one credential; nothing where there is no such file. */
    static CredentialSource consoleJson(Path file) {
        return new ConsoleJson(file, "");
    }

    /** The credential of that name in a workspace that holds several. */
    static CredentialSource consoleJson(Path file, String credential) {
        return new ConsoleJson(file, credential);
    }

    /** Where to look unless told otherwise: system properties, then the environment. */
    static List<CredentialSource> standard() {
        return List.of(systemProperties(), environment());
    }
}
