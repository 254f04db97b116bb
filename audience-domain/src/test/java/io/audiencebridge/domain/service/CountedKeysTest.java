// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class CountedKeysTest {
    @Test
    void counting_hides_neither_how_many_may_read_nor_in_which_order_rows_come() {
        CountedKeys counted = new CountedKeys(new Ordered());

        assertThat(counted.readers()).isEqualTo(3);
        assertThat(counted.hashSeed()).hasValue(4711);
    }

    /** Has no rows. */
    private static final class Ordered implements KeySource {
        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            return Either.right(Option.none());
        }

        @Override
        public int readers() {
            return 3;
        }

        @Override
        public OptionalLong hashSeed() {
            return OptionalLong.of(4711);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
