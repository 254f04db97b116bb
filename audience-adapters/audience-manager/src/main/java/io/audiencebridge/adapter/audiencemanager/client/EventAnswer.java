// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of an event that Audience Manager did not refuse: it was taken, or the person has opted out and nothing was. Source: Audience Manager, "DCS responses". */
public sealed interface EventAnswer {
    /** What the answer says besides; codes about single ids, and warnings. */
    Seq<DcsNotice> notices();

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * Nothing was taken: the person does not want it. Do not send this person's events any more.
     *
     * @param notices what the answer says; empty when it says so by silence, as one of Adobe's pages has it
     */
    record OptedOut(Seq<DcsNotice> notices) implements EventAnswer {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.optedOut(this);
        }
    }

    /** The event was taken, possibly without some of its ids: see {@link #notices()}. */
    @HouseValue
    @Value.Immutable
    non-sealed interface Taken extends EventAnswer {
        /** Audience Manager's id of the device; a new one if the call named none that was known. */
        AamUuid uuid();

        /** The region where the device's data is. */
        Optional<Integer> region();

        /** Audience Manager's own id of the exchange, for its support. */
        Optional<String> transactionId();

        /** Cookies that cookie destinations want to be set. */
        List<Cookie> cookies();

        /** Addresses that URL destinations want to be called, if the call asked for them. */
        List<Address> addresses();

        /** The traits that the device has, if the call asked for them and Adobe enabled it. */
        List<Long> traits();

        /** The segments that the device is in, if the call asked for them and Adobe enabled it. */
        List<Long> segments();

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.taken(this);
        }

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds answers. */
        final class Builder extends ImmutableTaken.Builder {
            Builder() {}
        }
    }

    /** A cookie of a cookie destination. */
    @HouseValue
    @Value.Immutable
    interface Cookie {
        /** Its name. */
        String name();

        /** Its value, such as {@code key=1,2}. */
        String value();

        /** How many days it lives, if told. */
        Optional<Integer> days();

        /** For which domain, if told. */
        Optional<String> domain();

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds cookies. */
        final class Builder extends ImmutableCookie.Builder {
            Builder() {}
        }
    }

    /** An address of a URL destination. */
    @HouseValue
    @Value.Immutable
    interface Address {
        /** How a page calls it: {@code img} or {@code iframe}. */
        String element();

        /** By http, if there is such an address. */
        @Value.Redacted
        Optional<String> plain();

        /** By https, if there is such an address. */
        @Value.Redacted
        Optional<String> secure();

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds addresses. */
        final class Builder extends ImmutableAddress.Builder {
            Builder() {}
        }
    }

    /**
     * A reader for each outcome; total.
     *
     * @param <R> what a reader answers
     */
    interface Cases<R> {
        /** The event was taken. */
        R taken(Taken answer);

        /** The person has opted out. */
        R optedOut(OptedOut answer);
    }
}
