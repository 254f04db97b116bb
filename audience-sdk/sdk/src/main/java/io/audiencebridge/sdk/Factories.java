// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.CodecFactory;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.EngineSettings;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.audiencebridge.domain.spi.engine.JournalFactory;
import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.NamesApplication;
import io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds the factory that understands some settings, and asks it. The settings' own class loader is asked first of all: their factory lives beside them. */
final class Factories {
    private Factories() {}

    static Either<BridgeError, Connector> connector(ConnectorSettings settings, ConnectorContext context) {
        return find(ConnectorFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory -> answer(factory, () -> typed(factory).connect(settings, context)));
    }

    static Either<BridgeError, TokenSource> tokens(SignInSettings settings, InstantSource clock, String application) {
        return find(TokenSourceFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory ->
                        answer(factory, () -> typed(factory).open(named(factory, settings, application), clock)));
    }

    static Either<BridgeError, FileExchange> files(ExchangeSettings settings, String application) {
        return find(FileExchangeFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory -> answer(factory, () -> typed(factory).open(named(factory, settings, application))));
    }

    static Either<BridgeError, Cipher> cipher(CipherSettings settings) {
        return find(CipherFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory -> answer(factory, () -> typed(factory).open(settings)));
    }

    static Either<BridgeError, ReconciliationEngine> engine(EngineSettings settings, Executor executor, long seed) {
        return find(EngineFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory -> answer(factory, () -> typed(factory).open(settings, executor, seed)));
    }

    static Either<BridgeError, JournalStore> journal(JournalSettings settings) {
        return find(JournalFactory.class, found -> found.settings().isInstance(settings), settings)
                .flatMap(factory -> answer(factory, () -> typed(factory).open(settings)));
    }

    static Either<BridgeError, Codec> codec(Executor executor) {
        return Option.ofOptional(ServiceLoader.load(CodecFactory.class, Factories.class.getClassLoader())
                        .findFirst())
                .<BridgeError>toEither(() -> BridgeError.InvalidRequest.of(
                        "codec",
                        "No codec factory is on the class path; add audience-adapter-gzip, or call codec(...)"))
                .flatMap(factory -> answer(factory, () -> Either.right(factory.open(executor))));
    }

    static Either<BridgeError, Home> home(Path folder) {
        return Option.ofOptional(ServiceLoader.load(HomeFactory.class, Factories.class.getClassLoader())
                        .findFirst())
                .<BridgeError>toEither(() -> BridgeError.LocalFailure.of(
                        "No home factory is on the class path; add audience-adapter-storage"))
                .flatMap(factory -> answer(factory, () -> factory.open(place(folder))));
    }

    /** Copies of recipients' keys; none where no factory is on the class path. */
    static Option<Either<BridgeError, RecipientIndexes>> recipientIndexes(Path folder, Secret secret) {
        return Option.ofOptional(ServiceLoader.load(RecipientIndexFactory.class, Factories.class.getClassLoader())
                        .findFirst())
                .map(factory -> answer(factory, () -> factory.open(place(folder), secret)));
    }

    /** A folder of another file system than the machine's own is named by its whole address, or it would be looked for on the disk. */
    private static String place(Path folder) {
        return folder.getFileSystem() == FileSystems.getDefault()
                ? folder.toString()
                : folder.toUri().toString();
    }

    private static <F> Either<BridgeError, F> find(Class<F> service, Predicate<F> understands, Object settings) {
        return Vector.of(settings.getClass().getClassLoader(), Factories.class.getClassLoader())
                .distinct()
                .flatMap(loader -> ServiceLoader.load(service, loader))
                .find(understands)
                .toEither(() -> BridgeError.InvalidRequest.of(named(settings), missing(service, settings)));
    }

    private static String missing(Class<?> service, Object settings) {
        return "No " + service.getSimpleName()
                + " on the class path takes these settings; add the artifact audience-adapter-... of "
                + published(settings).getPackageName() + ", and merge its META-INF/services where jars are merged";
    }

    private static String named(Object settings) {
        return published(settings).getName();
    }

    /** Settings are mostly generated classes behind a published interface. */
    private static Class<?> published(Object settings) {
        Class<?> type = settings.getClass();
        return Vector.of(type.getInterfaces())
                .find(face -> !face.getPackageName().startsWith("io.audiencebridge.domain.")
                        && !face.getName().startsWith("java."))
                .getOrElse(() -> type);
    }

    private static <T> Either<BridgeError, T> answer(Object factory, Supplier<Either<BridgeError, T>> asking) {
        return Backstop.answer(factory.getClass().getName(), Incident.local(), asking);
    }

    /** The settings with the application's name in them, where their factory knows where it belongs. */
    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static <S> S named(Object factory, S settings, String application) {
        return factory instanceof NamesApplication<?> naming && !application.isEmpty()
                ? ((NamesApplication<S>) naming).named(settings, application)
                : settings;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static ConnectorFactory<ConnectorSettings> typed(ConnectorFactory<?> factory) {
        return (ConnectorFactory<ConnectorSettings>) factory;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static TokenSourceFactory<SignInSettings> typed(TokenSourceFactory<?> factory) {
        return (TokenSourceFactory<SignInSettings>) factory;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static CipherFactory<CipherSettings> typed(CipherFactory<?> factory) {
        return (CipherFactory<CipherSettings>) factory;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static FileExchangeFactory<ExchangeSettings> typed(FileExchangeFactory<?> factory) {
        return (FileExchangeFactory<ExchangeSettings>) factory;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static EngineFactory<EngineSettings> typed(EngineFactory<?> factory) {
        return (EngineFactory<EngineSettings>) factory;
    }

    @SuppressWarnings("unchecked") // the factory was chosen for taking these settings
    private static JournalFactory<JournalSettings> typed(JournalFactory<?> factory) {
        return (JournalFactory<JournalSettings>) factory;
    }
}
