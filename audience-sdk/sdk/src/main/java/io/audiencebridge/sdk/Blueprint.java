// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.service.ExchangeLedger;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.Leasing;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.SharingListener;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.EngineSettings;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** What a builder was told, and how a bridge is made of it. A part is left while only its settings are known, right when it was given ready. Not thread-safe. */
final class Blueprint {
    /** What of the heap the keys shared into one audience may take. */
    private static final int LEDGER_SHARE = 8;

    /** What of the heap rows may take that wait for a comparison with the ledger. */
    private static final int ROW_SHARE = 16;

    Vector<Violation> violations = Vector.empty();
    Option<Either<SignInSettings, TokenSource>> signIn = Option.none();
    Map<String, Either<ExchangeSettings, FileExchange>> exchanges = LinkedHashMap.empty();
    Map<String, Either<CipherSettings, Cipher>> ciphers = LinkedHashMap.empty();
    Map<String, DeclaredIdCipher> declaredIdCiphers = LinkedHashMap.empty();
    FreshnessPolicy freshness = FreshnessPolicy.documented();
    SharingListener listener = SharingListener.SILENT;
    Option<Codec> codec = Option.none();
    Option<Either<EngineSettings, ReconciliationEngine>> engine = Option.none();
    Map<ConnectionName, Either<ConnectorSettings, Connector>> connections = LinkedHashMap.empty();
    Option<Path> home = Option.none();
    Option<Either<JournalSettings, JournalStore>> journal = Option.none();
    Option<String> ledgerIn = Option.none();
    String holder = "";
    Duration leaseTerm = Duration.ofMinutes(2);
    Option<RecipientIndexSettings> recipientIndex = Option.none();
    Option<Secret> suppressionSecret = Option.none();
    Option<KeyRoute> matchBy = Option.none();
    Option<Executor> executor = Option.none();
    Option<ScheduledExecutorService> scheduler = Option.none();
    InstantSource clock = InstantSource.system();
    String application = "";
    Duration limit = Duration.ofHours(6);
    Progress progress = Progress.SILENT;
    Observer observer = Observer.BLIND;

    /** Opens everything. Left: every mistake at once; then nothing that was opened here is left open. */
    Either<BridgeError, AudienceBridge> build() {
        Assembly assembly = new Assembly(violations.appendAll(lacking()));
        Belongings belongings = new Belongings();
        Either<BridgeError, TokenSource> tokens = signIn.map(credential -> credential.fold(
                        settings -> assembly.open(Factories.tokens(settings, clock, application), TokenSource::close),
                        Either::<BridgeError, TokenSource>right))
                .getOrElse(BridgeContext::noSignIn);
        Map<String, Either<BridgeError, FileExchange>> files = exchanges.mapValues(exchange -> exchange.fold(
                settings -> assembly.open(Factories.files(settings, application), FileExchange::close),
                Either::<BridgeError, FileExchange>right));
        Map<String, Either<BridgeError, Cipher>> keys = ciphers.mapValues(cipher -> cipher.fold(
                settings -> assembly.open(Factories.cipher(settings), Cipher::close),
                Either::<BridgeError, Cipher>right));
        Executor workers = new CarriedContext(executor.getOrElse(() -> own(belongings)));
        Either<BridgeError, ReconciliationEngine> matching = engine(assembly, workers);
        ConnectorContext context =
                new BridgeContext(tokens, files, codec(workers), keys, clock, workers, seed(), application);
        Map<ConnectionName, Either<BridgeError, Connector>> connected =
                connections.mapValues(connection -> connection.fold(
                        settings -> assembly.open(Factories.connector(settings, context), Connector::close),
                        Either::<BridgeError, Connector>right));
        Option<Either<BridgeError, Kept>> kept = kept(assembly);
        Option<Either<BridgeError, RecipientIndexes>> indexes = recipientIndexes(assembly, belongings);
        if (!assembly.isSound()) {
            belongings.close();
            return Either.left(assembly.giveUp());
        }
        Kept between = kept.get().get();
        between.store().filter(store -> journal.get().isLeft()).forEach(store -> belongings.add(store::close));
        tokens.peek(source -> belongings.add(source::close));
        files.values().forEach(exchange -> belongings.add(exchange.get()::close));
        keys.values().forEach(cipher -> belongings.add(cipher.get()::close));
        connected.values().forEach(connector -> belongings.add(connector.get()::close));
        return Either.right(bridge(
                ledgerIn.map(name -> between.with(ledger(files.get(name).get().get())))
                        .getOrElse(between),
                indexes.map(Either::get),
                matching.get(),
                connected.mapValues(Either::get),
                workers,
                belongings));
    }

    /** Nothing is made anywhere while something else is wrong. */
    private Option<Either<BridgeError, Kept>> kept(Assembly assembly) {
        return home.filter(folder -> assembly.isSound())
                .map(folder -> assembly.open(Factories.home(folder), nothing -> {}))
                .map(opened ->
                        opened.flatMap(found -> store(assembly).map(store -> new Kept(found, store, found.ledger()))));
    }

    private Either<BridgeError, Option<JournalStore>> store(Assembly assembly) {
        return journal.map(chosen -> chosen.fold(
                                settings -> assembly.open(Factories.journal(settings), JournalStore::close),
                                Either::<BridgeError, JournalStore>right)
                        .map(Option::some))
                .getOrElse(() -> Either.right(Option.none()));
    }

    private Ledger ledger(FileExchange files) {
        return new ExchangeLedger(files, () -> Call.within("ledger", limit, System::nanoTime, Progress.SILENT));
    }

    private Either<BridgeError, ReconciliationEngine> engine(Assembly assembly, Executor workers) {
        return engine.map(chosen -> chosen.fold(
                        settings -> assembly.open(Factories.engine(settings, workers, seed()), nothing -> {}),
                        Either::<BridgeError, ReconciliationEngine>right))
                .getOrElse(() -> Either.right(inMemory(workers)));
    }

    /** Without settings none is kept, but one that was kept before can be purged. */
    private Option<Either<BridgeError, RecipientIndexes>> recipientIndexes(Assembly assembly, Belongings belongings) {
        Secret secret = recipientIndex
                .map(settings -> own(settings.secret(), belongings))
                .getOrElse(() -> Secret.of(""));
        Option<Either<BridgeError, RecipientIndexes>> found = home.filter(folder -> assembly.isSound())
                .flatMap(folder -> Factories.recipientIndexes(folder, secret))
                .map(opened -> assembly.open(opened, nothing -> {}))
                .peek(opened -> opened.peek(indexes -> closeWith(belongings, indexes)));
        return assembly.isSound() && found.isEmpty() && recipientIndex.isDefined()
                ? Option.some(assembly.open(
                        Either.left(BridgeError.InvalidRequest.of(
                                "recipientIndex",
                                "No recipient index factory is on the class path; add audience-adapter-storage")),
                        nothing -> {}))
                : found;
    }

    private Either<BridgeError, Codec> codec(Executor workers) {
        return codec.<Either<BridgeError, Codec>>map(Either::right).getOrElse(() -> Factories.codec(workers));
    }

    private static long seed() {
        return new SecureRandom().nextLong();
    }

    private Vector<Violation> lacking() {
        Vector<Violation> found = Vector.empty();
        if (connections.isEmpty()) {
            found = found.append(new Violation("connect", "A bridge needs a connection at each end; connect some"));
        }
        for (String name : ledgerIn.filter(name -> !exchanges.containsKey(name))) {
            found = found.append(new Violation(
                    "ledgerIn",
                    "There is no file exchange named '" + name + "'; add it by files(\"" + name + "\", ...)"));
        }
        if (home.isEmpty()) {
            found = found.append(new Violation("home", "Name the folder in which journal and ledger are kept"));
        }
        return found;
    }

    private AudienceBridge bridge(
            Kept kept,
            Option<RecipientIndexes> indexes,
            ReconciliationEngine matching,
            Map<ConnectionName, Connector> connectors,
            Executor workers,
            Belongings belongings) {
        Heart heart = new Heart(scheduler);
        belongings.add(heart::close);
        Infrastructure infrastructure = kept.infrastructure(leases -> leasing(leases, heart))
                .engine(matching)
                .ledgerHeap(ledgerHeap())
                .rowHeap(Runtime.getRuntime().maxMemory() / ROW_SHARE)
                .suppressionSecret(
                        suppressionSecret.map(secret -> own(secret, belongings)).toJavaOptional())
                .erasables(kept.erasables(indexes))
                .recipientIndexes(indexes.toJavaOptional())
                .recipientIndex(recipientIndex.toJavaOptional())
                .matchBy(matchBy.toJavaOptional())
                .putAllDeclaredIdCiphers(declaredIdCiphers.toJavaMap())
                .freshness(freshness)
                .executor(workers)
                .listener(listener)
                .clock(clock)
                .runIds(() -> new RunId(UUID.randomUUID().toString()))
                .build();
        OpenCalls calls = new OpenCalls();
        Attempts attempts = new Attempts(
                new UseCases(connectors, infrastructure),
                new Workers(calls, workers, new CallStart(limit, progress, observer, CallOptions.standard())),
                new Clients(connectors));
        return new AudienceBridge(attempts, calls, belongings);
    }

    /** A copy that ends with the bridge: the caller may close the secret, or build another bridge with it. */
    private static Secret own(Secret secret, Belongings belongings) {
        char[] characters = secret.reveal().toCharArray();
        Secret copy = Secret.of(characters);
        Arrays.fill(characters, '\0');
        belongings.add(copy::close);
        return copy;
    }

    /** A part that holds keys overwrites them. */
    private static void closeWith(Belongings belongings, Object part) {
        if (part instanceof AutoCloseable closeable) {
            belongings.add(() -> Try.run(closeable::close).get());
        }
    }

    private Leasing leasing(Leases leases, Heart heart) {
        return Leasing.builder()
                .leases(leases)
                .holder(Holder.named(holder))
                .term(leaseTerm)
                .pulse(heart)
                .build();
    }

    /** Reading a ledger takes some five times what it takes afterwards. An engine that was asked for is asked, so that its bounds hold for ledgers, too. */
    private long ledgerHeap() {
        return engine.isDefined() ? 0 : Runtime.getRuntime().maxMemory() / LEDGER_SHARE;
    }

    /** Half of the heap is left to everything else. */
    private static ReconciliationEngine inMemory(Executor workers) {
        Runtime machine = Runtime.getRuntime();
        return new PackedReconciler(workers, machine.availableProcessors(), seed(), machine.maxMemory() / 2)::match;
    }

    private static Executor own(Belongings belongings) {
        ExecutorService threads = OwnThreads.executor();
        belongings.add(threads::shutdown);
        return threads;
    }
}
