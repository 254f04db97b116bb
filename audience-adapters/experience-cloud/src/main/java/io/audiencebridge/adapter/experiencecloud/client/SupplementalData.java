// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.immutables.value.Value;

/**
 * The supplemental data id with which hits of one page view are put together, handed on in the parameter {@code adobe_mc_sdid} when a page sends its visitor elsewhere. It
 * names a page view, not a person. Source: ID service, "sdidParamExpiry"; experience-cloud.md, section 2.8.
 */
@HouseValue
@Value.Immutable
public interface SupplementalData {
    /** The parameter's name. */
    String NAME = "adobe_mc_sdid";

    /** How long it is good, this time itself excluded. */
    Duration LIFE = Duration.ofSeconds(30);

    /** The id: two times 16 hexadecimal digits with a hyphen between them. */
    String id();

    /** Whose. */
    ImsOrgId organisation();

    /** When the parameter was written, to the second. */
    Instant written();

    /** Reads the last such parameter of an address or query. Right, none: there is none. Left: it is broken, of another organisation, or not of the last 30 seconds. */
    static Either<Violation, Option<SupplementalData>> read(String text, ImsOrgId own, Instant now) {
        return LinkMembers.find(NAME, text)
                .map(value -> LinkMembers.read(NAME, value, own)
                        .flatMap(members -> of(members.getOrDefault("SDID", ""), members.getOrDefault("TS", ""), own))
                        .filterOrElse(
                                data -> data.isFresh(now), data -> new Violation(NAME, "is not of the last " + LIFE))
                        .map(Option::some))
                .getOrElse(Either.right(Option.none()));
    }

    /** The parameter with its name, encoded as Adobe's libraries do. */
    default String parameter() {
        return NAME + "="
                + Percent.encode("SDID=" + Percent.encode(id()) + "|MCORGID="
                        + Percent.encode(organisation().value()) + "|TS="
                        + written().getEpochSecond());
    }

    private boolean isFresh(Instant now) {
        long age = now.getEpochSecond() - written().getEpochSecond();
        return Math.abs(age) < LIFE.toSeconds();
    }

    private static Either<Violation, SupplementalData> of(String id, String time, ImsOrgId own) {
        if (AnalyticsId.parse(id, Reading.LENIENT).isLeft()
                || !LinkMembers.isNumber(time, LinkMembers.DIGITS_OF_SECONDS)) {
            return Either.left(new Violation(NAME, "has no SDID of hexadecimal digits, or no TS in seconds"));
        }
        return Either.right(builder()
                .id(id)
                .organisation(own)
                .written(Instant.ofEpochSecond(Long.parseLong(time)))
                .build());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds supplemental data. */
    final class Builder extends ImmutableSupplementalData.Builder {
        Builder() {}
    }
}
