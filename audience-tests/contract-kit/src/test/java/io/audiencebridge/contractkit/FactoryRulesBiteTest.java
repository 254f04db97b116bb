// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.vavr.control.Either;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the rules of factories bite: each fails on a factory that breaks it, and all hold on the sound one. */
final class FactoryRulesBiteTest {
    static Stream<Arguments> violators() {
        return Stream.of(
                Arguments.of("R2.1", NotRegistered.class),
                Arguments.of("R2.2", OfOtherSettings.class),
                Arguments.of("R2.3", OpensOnce.class),
                Arguments.of("R2.4", TellsOneMistake.class),
                Arguments.of("R2.5", TellsTheKey.class));
    }

    @Test
    void the_sound_factory_keeps_every_rule() {
        Trial trial = Trial.ofAll(Sound.class);

        assertThat(trial.run()).hasSize(5);
        assertThat(trial.failed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("violators")
    void a_rule_fails_on_its_violator_and_no_other_rule_does(String rule, Class<?> violator) {
        assertThat(Trial.ofAll(violator).failed()).containsExactly(rule);
    }

    @Test
    void every_rule_of_factories_has_a_violator() {
        assertThat(violators().map(pair -> pair.get()[0]))
                .containsExactlyInAnyOrderElementsOf(Contracts.tests(FactoryContract.class).stream()
                        .map(test -> Contracts.number(test).orElseThrow())
                        .toList());
    }

    /** Breaks nothing. */
    static final class Sound extends ToyCiphersContract {}

    /** A class that no service file names. */
    static final class NotRegistered extends ToyCiphersContract {
        @Override
        protected Class<?> factory() {
            return NotRegistered.class;
        }
    }

    /** Says that it understands settings that nobody else may see. */
    static final class OfOtherSettings extends ToyCiphersContract {
        @Override
        @SuppressWarnings("unchecked") // that is what is wrong
        protected Class<ToyCiphers.Settings> settings() {
            return (Class<ToyCiphers.Settings>) (Class<?>) Hidden.class;
        }
    }

    /** Nobody's settings. */
    private record Hidden() implements CipherSettings {}

    /** Keeps the world to itself after the first time. */
    static final class OpensOnce extends ToyCiphersContract {
        private boolean opened;

        @Override
        protected Either<BridgeError, ?> open(ToyCiphers.Settings settings) {
            if (opened) {
                return Either.left(BridgeError.Conflict.of("opened before"));
            }
            opened = true;
            return super.open(settings);
        }
    }

    /** Stops at the first mistake. */
    static final class TellsOneMistake extends ToyCiphersContract {
        @Override
        protected Either<BridgeError, ?> open(ToyCiphers.Settings settings) {
            return super.open(settings).mapLeft(Faults::firstMistake);
        }
    }

    /** Puts the key into a message. */
    static final class TellsTheKey extends ToyCiphersContract {
        @Override
        protected Either<BridgeError, ?> open(ToyCiphers.Settings settings) {
            return super.open(settings)
                    .mapLeft(error -> new BridgeError.InvalidRequest(
                            ((BridgeError.InvalidRequest) error)
                                    .violations()
                                    .append(new Violation("key", settings.key().reveal() + " is too short")),
                            error.incident()));
        }
    }
}
