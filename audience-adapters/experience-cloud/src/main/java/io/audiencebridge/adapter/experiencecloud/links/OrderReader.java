// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.AuthenticationState;
import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.IdNamespace;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** From an order to the customer id that the service is told. Nothing personal passes unhashed (SEMANTICS S18), and no message repeats an id. */
final class OrderReader {
    private OrderReader() {}

    /** Left: {@code InvalidRequest} with every mistake. */
    static Either<BridgeError, CustomerId> customerId(LinkOrder order) {
        return customerId(order.dataSource(), order.id(), state(order.state()));
    }

    /** The id of somebody of whom no state is known. Left as above. */
    static Either<BridgeError, CustomerId> customerId(DataSource dataSource, String id) {
        return customerId(dataSource, id, AuthenticationState.UNKNOWN);
    }

    private static Either<BridgeError, CustomerId> customerId(
            DataSource dataSource, String id, AuthenticationState state) {
        CustomerId customerId = CustomerId.builder()
                .namespace(namespace(dataSource))
                .id(id)
                .state(state)
                .build();
        Vector<Violation> violations =
                violations(dataSource, id).appendAll(customerId.violation()).distinct();
        return violations.isEmpty()
                ? Either.right(customerId)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> violations(DataSource source, String id) {
        boolean isNameless = source.integrationCode().isEmpty() && source.id() <= 0;
        Vector<Violation> unnamed = isNameless
                ? violation(
                        "dataSource.id", source.id() + " is no data source's number; give it, or an integration code")
                : Vector.empty();
        return source.key() instanceof Declared declared
                ? unnamed.appendAll(declared(declared, id))
                : unnamed.appendAll(violation(
                        "dataSource.key", "is by visitor id; a visitor is linked with a declared id, so name that"));
    }

    private static Vector<Violation> declared(Declared key, String id) {
        if (key.content() != KeyContent.OPAQUE && key.wire() == KeyForm.PLAIN) {
            return violation(
                    "dataSource.key.wire",
                    "Plain " + key.content() + " must not leave the house; use wire form SHA256 (SEMANTICS S18)");
        }
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        boolean isSound =
                KeyTranslator.checkingWire(key).translate(text, 0, text.length, new byte[KeyTranslator.LONGEST])
                        != KeyTranslator.INVALID;
        return isSound
                ? Vector.empty()
                : violation(
                        "id",
                        "is no key in the data source's wire form " + key.wire()
                                + "; a plain one has no white space, no control character and no ':', and is neither an e-mail"
                                + " address nor a phone number (SEMANTICS S18)");
    }

    private static IdNamespace namespace(DataSource source) {
        return source.integrationCode()
                .map(IdNamespace::integrationCode)
                .orElseGet(() -> IdNamespace.dataSource(source.id()));
    }

    private static AuthenticationState state(LinkState state) {
        return switch (state) {
            case UNKNOWN -> AuthenticationState.UNKNOWN;
            case AUTHENTICATED -> AuthenticationState.AUTHENTICATED;
            case LOGGED_OUT -> AuthenticationState.LOGGED_OUT;
        };
    }

    private static Vector<Violation> violation(String subject, String message) {
        return Vector.of(new Violation(subject, message));
    }
}
