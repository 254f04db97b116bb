// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The limits of the destination "Adobe Campaign Managed Cloud Services", which is set up in the user interface alone: no connection spec of it is public.
 * Pure; safe for use by several threads. Source: Experience Platform, "Adobe Campaign Managed Cloud Services".
 */
public final class ManagedCloudServices {
    /** What a recipient of the destination can be told by; the first is advised. */
    public static final List<String> TARGET_IDENTITIES =
            List.of("external_id", "ECID", "email_lc_sha256", "phone_sha256", "GAID", "IDFA");

    /** Letters, digits, blanks and the marks that names are written with. UNVERIFIED: only {@code &} is named as an example of what is refused. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.()-]+");

    private final PlatformGuardrails guardrails;

    /** Under those limits. */
    public ManagedCloudServices(PlatformGuardrails guardrails) {
        this.guardrails = guardrails;
    }

    /** Right: the activation, when nothing is against it. Left: {@code InvalidRequest} with everything that is. */
    public Either<BridgeError, ManagedActivation> check(ManagedActivation activation) {
        Vector<Violation> violations = name(activation.name())
                .appendAll(unless(
                        activation.audiences() < guardrails.managedAudiences(),
                        "audiences",
                        "the Campaign instance has " + activation.audiences() + " already; take one away first"))
                .appendAll(unless(
                        activation.fields() <= guardrails.managedFields(),
                        "fields",
                        activation.fields() + " are more than " + guardrails.managedFields()))
                .appendAll(unless(
                        activation.interval().compareTo(guardrails.shortestInterval()) >= 0,
                        "interval",
                        activation.interval() + " is shorter than " + guardrails.shortestInterval()))
                .appendAll(unless(
                        TARGET_IDENTITIES.contains(activation.targetIdentity()),
                        "targetIdentity",
                        "'" + activation.targetIdentity() + "' is none of " + TARGET_IDENTITIES))
                .appendAll(fileName(activation));
        return violations.isEmpty()
                ? Either.right(activation)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> name(String name) {
        return unless(
                PLAIN.matcher(name).matches(),
                "name",
                "'" + name + "' must have no special characters such as &; rename the audience");
    }

    /** Any time has as many digits as another. */
    private Vector<Violation> fileName(ManagedActivation activation) {
        ExportAudience audience = new ExportAudience(activation.audience(), Optional.of(activation.name()));
        return FileNameTemplate.parse(activation.fileNames())
                .map(template -> template.name(activation.destination(), audience, Instant.EPOCH))
                .fold(
                        wrong -> unless(false, "fileNames", wrong.message()),
                        name -> unless(
                                name.length() <= guardrails.managedFileName(),
                                "fileNames",
                                "names have " + name.length() + " characters, more than " + guardrails.managedFileName()
                                        + "; shorten the template or the names"));
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("managedCloudServices." + subject, message));
    }
}
