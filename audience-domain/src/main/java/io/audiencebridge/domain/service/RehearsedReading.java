// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** Readings of a rehearsed run, each question and each batch counted as a call. */
final class RehearsedReading {
    private final ConnectionName name;
    private final Planned planned;

    RehearsedReading(ConnectionName name, Planned planned) {
        this.name = name;
        this.planned = planned;
    }

    KeyReader keys(KeyReader reader) {
        return new KeyReader() {
            @Override
            public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
                return reader.keysOf(list, dataSource, call).map(RehearsedReading.this::counted);
            }

            @Override
            public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
                return reader.allKeys(dataSource, call).map(RehearsedReading.this::counted);
            }
        };
    }

    /** Nobody is in an audience that is not there yet. */
    MemberReader members(MemberReader reader) {
        return (audience, dataSource, call) -> RehearsedAudience.isNobodys(audience)
                ? Either.right(new MemberFeed.Ready(NoMembers.SOURCE))
                : reader.members(audience, dataSource, call)
                        .map(feed -> feed instanceof MemberFeed.Ready ready
                                ? new MemberFeed.Ready(counted(ready.members()))
                                : feed);
    }

    OptOuts optOuts(OptOuts optOuts) {
        return (dataSource, call) -> optOuts.optedOutKeys(dataSource, call).map(this::counted);
    }

    MemberChanges changes(MemberChanges changes) {
        return (audience, dataSource, since, call) -> changes.after(audience, dataSource, since, call)
                .peek(delivery -> planned.read(name))
                .map(this::counted);
    }

    KeyLookups lookups(KeyLookups lookups) {
        return new KeyLookups() {
            @Override
            public int keysPerCall() {
                return lookups.keysPerCall();
            }

            @Override
            public Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource dataSource, Call call) {
                return lookups.recipientsWith(keys, dataSource, call).map(RehearsedReading.this::counted);
            }
        };
    }

    private MemberDelivery counted(MemberDelivery delivery) {
        if (delivery instanceof MemberDelivery.Full full) {
            return new MemberDelivery.Full(full.position(), counted(full.members()));
        }
        return delivery instanceof MemberDelivery.Change change
                ? new MemberDelivery.Change(change.position(), counted(change.members()), change.notices())
                : delivery;
    }

    private KeySource counted(KeySource source) {
        return new Counted(source, () -> planned.read(name));
    }

    /** Tells of each batch. */
    private record Counted(KeySource source, Runnable asked) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return source.next().peek(batch -> batch.forEach(rows -> asked.run()));
        }

        @Override
        public int readers() {
            return source.readers();
        }

        @Override
        public OptionalLong hashSeed() {
            return source.hashSeed();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
