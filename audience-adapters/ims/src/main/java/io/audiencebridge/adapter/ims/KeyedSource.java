// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A credential in values by name. */
final class KeyedSource implements CredentialSource {
    private final String name;
    private final SettingNames names;
    private final Supplier<Either<BridgeError, Lookup>> values;

    KeyedSource(String name, SettingNames names, Supplier<Either<BridgeError, Lookup>> values) {
        this.name = name;
        this.names = names;
        this.values = values;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Either<BridgeError, ImsCredential> read() {
        return values.get().flatMap(this::credential);
    }

    @Override
    public String toString() {
        return name;
    }

    private Either<BridgeError, ImsCredential> credential(Lookup lookup) {
        Optional<String> scopes = lookup.first(names.scopes());
        if (scopes.isEmpty() && lookup.first(SettingNames.OF_JWT).isPresent()) {
            return Either.left(LegacyCredential.refusal(name));
        }
        return uri(lookup)
                .map(uri -> ImsCredential.builder()
                        .organisation(lookup.first(names.organisation()).map(ImsOrgId::new))
                        .clientId(lookup.first(names.clientId()))
                        .clientSecrets(Stream.of(names.clientSecret(), names.nextClientSecret())
                                .flatMap(each -> lookup.first(each).stream())
                                .map(Secret::of)
                                .toList())
                        .scopes(scopes.map(ScopeList::read).orElse(List.of()))
                        .uri(uri)
                        .build());
    }

    private Either<BridgeError, Optional<URI>> uri(Lookup lookup) {
        Optional<String> text = lookup.first(names.uri());
        return Try.of(() -> text.map(URI::create))
                .toEither()
                .mapLeft(wrong -> BridgeError.InvalidRequest.of(
                        "ims.uri",
                        "'" + text.orElse("") + "' in " + name + " is no address; write one such as "
                                + ImsSettings.PRODUCTION));
    }
}
