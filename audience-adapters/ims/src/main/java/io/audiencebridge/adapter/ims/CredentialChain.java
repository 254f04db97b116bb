// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Optional;

/**
 * Finds the credential: what the settings say comes first, and the first source that holds all the rest completes it. A source that lacks a part, or that belongs to
 * another client, is passed over; one that cannot be read ends the search, since going on could sign in as somebody else.
 */
final class CredentialChain {
    private final ImsSettings settings;
    private final ImsCredential explicit;
    private final List<CredentialSource> sources;

    CredentialChain(ImsSettings settings) {
        this.settings = settings;
        this.explicit = ImsCredential.builder()
                .organisation(settings.organisation())
                .clientId(settings.clientId())
                .clientSecrets(settings.clientSecrets())
                .scopes(settings.scopes())
                .uri(settings.uri())
                .build();
        this.sources = settings.sources().isEmpty() ? CredentialSource.standard() : settings.sources();
    }

    /** The credential as it stands now. Left: {@code InvalidRequest} that says what each place lacks, or why a place cannot be read. */
    Either<BridgeError, SignIn> read() {
        if (lacks(explicit).isEmpty()) {
            return Either.right(signIn(explicit));
        }
        Vector<String> passed = Vector.empty();
        for (CredentialSource source : sources) {
            Either<BridgeError, ImsCredential> there = source.read();
            if (there.isLeft()) {
                return Either.left(there.getLeft());
            }
            Either<String, SignIn> whole = completed(there.get());
            if (whole.isRight()) {
                return Either.right(whole.get());
            }
            passed = passed.append(source.name() + " " + whole.getLeft());
        }
        return Either.left(nothing(passed));
    }

    private Either<String, SignIn> completed(ImsCredential there) {
        if (contradicts(explicit.clientId(), there.clientId())
                || contradicts(explicit.organisation(), there.organisation())) {
            return Either.left("belongs to another client");
        }
        ImsCredential whole = over(there);
        Seq<String> lacking = lacks(whole);
        return lacking.isEmpty() ? Either.right(signIn(whole)) : Either.left("lacks " + lacking.mkString(", "));
    }

    private ImsCredential over(ImsCredential there) {
        return ImsCredential.builder()
                .organisation(explicit.organisation().or(there::organisation))
                .clientId(explicit.clientId().or(there::clientId))
                .clientSecrets(explicit.clientSecrets().isEmpty() ? there.clientSecrets() : explicit.clientSecrets())
                .scopes(explicit.scopes().isEmpty() ? there.scopes() : explicit.scopes())
                .uri(explicit.uri().or(there::uri))
                .build();
    }

    private SignIn signIn(ImsCredential whole) {
        return SignIn.builder()
                .organisation(whole.organisation().orElseThrow())
                .clientId(whole.clientId().orElseThrow())
                .secrets(whole.clientSecrets())
                .scopes(whole.scopes().isEmpty() ? ImsSettings.DEFAULT_SCOPES : whole.scopes())
                .uri(whole.uri().orElse(ImsSettings.PRODUCTION))
                .build();
    }

    private static Seq<String> lacks(ImsCredential credential) {
        return Vector.of(
                        Option.when(credential.organisation().isEmpty(), "organisation"),
                        Option.when(credential.clientId().isEmpty(), "clientId"),
                        Option.when(credential.clientSecrets().isEmpty(), "clientSecret"))
                .flatMap(part -> part);
    }

    private static <T> boolean contradicts(Optional<T> explicit, Optional<T> there) {
        return explicit.isPresent() && there.isPresent() && !explicit.equals(there);
    }

    private BridgeError nothing(Vector<String> passed) {
        return BridgeError.InvalidRequest.of(
                "ims.credential",
                "is not complete: the settings lack " + lacks(explicit).mkString(", ") + "; "
                        + passed.mkString("; ")
                        + ". Give ImsSettings.organisation, clientId and clientSecret, or one of the sources all of them; "
                        + (settings.sources().isEmpty() ? "names are in the README of the ims adapter" : "check them"));
    }
}
