// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A connector that counts how often everybody's keys are read, and how many rows are sent. */
final class CountedRecipients implements Connector {
    private final Connector connector;
    int everybody;
    int changes;
    long rows;

    CountedRecipients(Connector connector) {
        this.connector = connector;
    }

    @Override
    public SystemId system() {
        return connector.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        Option<A> offered = connector.ability(type);
        if (type == KeyReader.class) {
            return offered.map(reader -> type.cast(new Reader((KeyReader) reader)));
        }
        return type == ChangedKeys.class
                ? offered.map(changed -> type.cast(new Changes((ChangedKeys) changed)))
                : offered;
    }

    @Override
    public void close() {
        connector.close();
    }

    private KeySource counted(KeySource source) {
        return new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return source.next()
                        .peek(batch -> rows += batch.map(TextKeys::size).getOrElse(0));
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private final class Reader implements KeyReader {
        private final KeyReader reader;

        Reader(KeyReader reader) {
            this.reader = reader;
        }

        @Override
        public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
            return reader.keysOf(list, dataSource, call);
        }

        @Override
        public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
            everybody++;
            return reader.allKeys(dataSource, call).map(CountedRecipients.this::counted);
        }
    }

    private final class Changes implements ChangedKeys {
        private final ChangedKeys changed;

        Changes(ChangedKeys changed) {
            this.changed = changed;
        }

        @Override
        public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
            return changed.watermark(dataSource, call);
        }

        @Override
        public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call) {
            changes++;
            return changed.changedSince(since, dataSource, call).map(CountedRecipients.this::counted);
        }
    }
}
