// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One list of people whose keys lie in memory as batches; nobody opted out. */
final class PeopleInMemory implements Connector, AudienceCatalog, KeyReader, OptOuts {
    private final Audience list;
    private final List<TextKeys> batches;

    PeopleInMemory(ConnectionName name, Members members) {
        list = new Audience.RecipientList(AudienceDetails.builder()
                .ref(new AudienceRef(name, "1"))
                .title("Everybody")
                .size(members.count())
                .build());
        batches = members.batches();
    }

    @Override
    public SystemId system() {
        return new SystemId("people-in-memory");
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type.isInstance(this) ? Option.of(type.cast(this)) : Option.none();
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        return Either.right(new AudiencePage(Vector.of(list), Optional.empty()));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return Either.right(list);
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(AudienceRef audience, DataSource dataSource, Call call) {
        return allKeys(dataSource, call);
    }

    @Override
    public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
        return Either.right(new Batches(batches.iterator()));
    }

    @Override
    public Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call) {
        return Either.right(new Batches(List.<TextKeys>of().iterator()));
    }

    @Override
    public void close() {
        // all of it lies in memory
    }

    /** One batch after the other. */
    private record Batches(Iterator<TextKeys> left) implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.right(left.hasNext() ? Option.of(left.next()) : Option.none());
        }

        @Override
        public void close() {
            // all of it lies in memory
        }
    }
}
