// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * An id by which the customer knows a visitor, and how sure that is. Ids are case-sensitive and travel as they are. Prints the id masked. Source: ID service, "Customer
 * IDs and Authentication States".
 */
@HouseValue
@Value.Immutable
public interface CustomerId {
    /** Separates code, id and state: the control character U+0001, which is {@code %01} in an address. */
    String SEPARATOR = "\u0001";

    /** What it is an id of. */
    IdNamespace namespace();

    /** The id, not encoded. */
    @Value.Redacted
    String id();

    /** How sure it is; {@link AuthenticationState#UNKNOWN} by default. */
    @Value.Default
    default AuthenticationState state() {
        return AuthenticationState.UNKNOWN;
    }

    /** An id under an integration code, such as {@link IntegrationCode#ADOBE_CAMPAIGN_ID} with a recipient's reconciliation key. */
    static CustomerId of(IntegrationCode code, String id, AuthenticationState state) {
        return builder()
                .namespace(IdNamespace.integrationCode(code))
                .id(id)
                .state(state)
                .build();
    }

    /** An id of a data source. */
    static CustomerId of(long dataSource, String id, AuthenticationState state) {
        return builder()
                .namespace(IdNamespace.dataSource(dataSource))
                .id(id)
                .state(state)
                .build();
    }

    /** The same with its id hashed as the service's browser library does: trimmed, in lower case, SHA-256, as hexadecimal digits in lower case. */
    default CustomerId hashed() {
        byte[] normal = id().strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return builder().from(this).id(HexFormat.of().formatHex(digest(normal))).build();
    }

    /** The parameter of a call with its value, each part encoded exactly once; the state is always written. */
    default String parameter() {
        return namespace().kind().parameter() + "=" + Percent.encode(namespace().code()) + "%01" + Percent.encode(id())
                + "%01" + state().number();
    }

    /** What is wrong with it, if anything; the id is not repeated. */
    default Option<Violation> violation() {
        boolean isWhole = !namespace().code().isBlank() && !id().isBlank();
        boolean isPlain = (namespace().code() + id()).codePoints().noneMatch(Character::isISOControl);
        return Option.when(
                !isWhole || !isPlain,
                () -> new Violation(
                        "customer id",
                        "of " + namespace().kind().parameter() + " '"
                                + namespace().code().replaceAll("\\p{Cntrl}", "?")
                                + "' must have a namespace and an id, neither blank nor with a control character"));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Builds customer ids. */
    final class Builder extends ImmutableCustomerId.Builder {
        Builder() {}
    }
}
