// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.JournalFactory;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.vavr.control.Either;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every factory does that takes settings: of connectors, file exchanges, ciphers, journals, engines, token sources. The test of a factory extends this class.
 *
 * @param <S> its settings
 */
@ContractOf({
    ConnectorFactory.class,
    FileExchangeFactory.class,
    CipherFactory.class,
    JournalFactory.class,
    EngineFactory.class,
    TokenSourceFactory.class
})
@Tag("required")
public abstract class FactoryContract<S> {
    /** For subclasses. */
    protected FactoryContract() {}

    /** The port that it is found under, such as {@code ConnectorFactory.class}. */
    protected abstract Class<?> port();

    /** The class of the factory. */
    protected abstract Class<?> factory();

    /** What the factory answers to {@code settings()}. */
    protected abstract Class<S> settings();

    /** Settings with which it opens; whatever they name need not be there. */
    protected abstract S sound();

    /** Settings with two mistakes at least. */
    protected abstract S broken();

    /** The subjects of the mistakes in {@link #broken()}, as its violations name them. */
    protected abstract List<String> mistakes();

    /** Secrets in either settings; none of them may be printed. */
    protected abstract List<String> secrets();

    /** Opens with the factory. */
    protected abstract Either<BridgeError, ?> open(S settings);

    @Rule("R2.1")
    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(port()).stream().map(ServiceLoader.Provider::type))
                .anyMatch(factory()::equals);
    }

    @Rule("R2.2")
    @Test
    void it_names_the_settings_that_it_understands() {
        assertThat(settings().isInstance(sound())).isTrue();
        assertThat(Modifier.isPublic(settings().getModifiers())).isTrue();
    }

    @Rule("R2.3")
    @Test
    void it_opens_with_sound_settings_again_and_again() throws Exception {
        for (int time = 0; time < 2; time++) {
            Either<BridgeError, ?> opened = open(sound());

            assertThat(opened.isRight()).as(told(opened)).isTrue();
            if (opened.get() instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    @Rule("R2.4")
    @Test
    void every_mistake_in_the_settings_is_told_at_once() {
        Either<BridgeError, ?> opened = open(broken());

        assertThat(opened.isLeft()).isTrue();
        assertThat(opened.getLeft()).isInstanceOfSatisfying(BridgeError.InvalidRequest.class, refused -> {
            assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(refused.violations().map(Violation::subject)).containsAll(mistakes());
        });
    }

    @Rule("R2.5")
    @Test
    void no_secret_is_printed() {
        for (String secret : secrets()) {
            assertThat(sound().toString()).doesNotContain(secret);
            assertThat(broken().toString()).doesNotContain(secret);
            assertThat(told(open(broken()))).doesNotContain(secret);
        }
    }

    private static String told(Either<BridgeError, ?> opened) {
        return opened.isLeft() ? opened.getLeft().message() : "";
    }
}
