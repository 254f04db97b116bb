// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.SharingListener;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.EngineSettings;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Builds bridges. Connections, sign-in and file exchanges come from settings, whose factories are found on the class path, or as objects that are ready,
 * for tests and authors of connectors. The bridge closes all of them. Not thread-safe.
 */
public final class AudienceBridgeBuilder {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final Blueprint blueprint = new Blueprint();

    AudienceBridgeBuilder() {}

    /** Signs in with the credential in {@code settings}. */
    public AudienceBridgeBuilder signIn(SignInSettings settings) {
        return signIn(Either.left(settings));
    }

    /** Signs in with the tokens of {@code source}. */
    public AudienceBridgeBuilder signIn(TokenSource source) {
        return signIn(Either.right(source));
    }

    /** Adds a connection under the name that is in {@code settings}. */
    public AudienceBridgeBuilder connect(ConnectorSettings settings) {
        return connect(settings.connection(), Either.left(settings));
    }

    /** Adds a connection under {@code name}. */
    public AudienceBridgeBuilder connect(ConnectionName name, Connector connector) {
        return connect(name, Either.right(connector));
    }

    /** Adds a file exchange under {@code name}; {@code inbound} takes what Audience Manager reads, {@code outbound} has what it writes. */
    public AudienceBridgeBuilder files(String name, ExchangeSettings settings) {
        return files(name, Either.left(settings));
    }

    /** Adds a file exchange under {@code name}. */
    public AudienceBridgeBuilder files(String name, FileExchange exchange) {
        return files(name, Either.right(exchange));
    }

    /** Adds a cipher under {@code name}, such as that of the key which Adobe gives out for inbound files. */
    public AudienceBridgeBuilder cipher(String name, CipherSettings settings) {
        return cipher(name, Either.left(settings));
    }

    /** Adds a cipher under {@code name}. */
    public AudienceBridgeBuilder cipher(String name, Cipher cipher) {
        return cipher(name, Either.right(cipher));
    }

    /**
     * Makes known a cipher of declared ids, so that a run whose key uses it can be resumed: a run remembers its name only.
     */
    public AudienceBridgeBuilder declaredIds(DeclaredIdCipher cipher) {
        if (blueprint.declaredIdCiphers.containsKey(cipher.name())) {
            wrong("declaredIds", "There are two ciphers named '" + cipher.name() + "'; give each its own name");
        }
        blueprint.declaredIdCiphers = blueprint.declaredIdCiphers.put(cipher.name(), cipher);
        return this;
    }

    /** How long members may be on their way; as documented by default. */
    public AudienceBridgeBuilder freshness(FreshnessPolicy instead) {
        blueprint.freshness = instead;
        return this;
    }

    /** Hears what happens to runs, such as that one is late; on the working threads. Silent by default. */
    public AudienceBridgeBuilder listener(SharingListener instead) {
        blueprint.listener = instead;
        return this;
    }

    /** How files are compressed and expanded; by default the codec on the class path, with its usual settings. */
    public AudienceBridgeBuilder codec(Codec instead) {
        blueprint.codec = Option.of(instead);
        return this;
    }

    /**
     * Which engine matches members with recipients, such as one that works out of core; by default the one in memory, with half of the heap. An engine given here also compares lists
     * with what was shared before.
     */
    public AudienceBridgeBuilder engine(EngineSettings settings) {
        blueprint.engine = Option.some(Either.left(settings));
        return this;
    }

    /** The engine that matches members with recipients, and lists with what was shared before; the caller closes what it holds. */
    public AudienceBridgeBuilder engine(ReconciliationEngine instead) {
        blueprint.engine = Option.some(Either.right(instead));
        return this;
    }

    /** Keeps a copy of all recipients' keys in the home folder, encrypted under {@code secret}, so that an import reads what changed only; see {@link RecipientIndexSettings}. */
    public AudienceBridgeBuilder recipientIndex(Secret secret) {
        return recipientIndex(RecipientIndexSettings.builder().secret(secret).build());
    }

    /** Keeps a copy of all recipients' keys in the home folder. Without this, none is kept. */
    public AudienceBridgeBuilder recipientIndex(RecipientIndexSettings settings) {
        blueprint.violations = blueprint.violations.appendAll(RecipientIndexSettings.violations(settings));
        blueprint.recipientIndex = Option.of(settings);
        return this;
    }

    /**
     * Under which people who opt out are remembered in the home folder, at least 16 characters that nobody can guess. Needed for {@link AudienceBridge#optOut}, and from then on
     * for all that is shared, imported or linked: without it, or with another one, that is refused. The bridge takes a copy and overwrites it when it is closed; keep the secret,
     * for nobody can tell without it who opted out.
     */
    public AudienceBridgeBuilder suppressionSecret(Secret secret) {
        if (secret.reveal().length() < PersonDigester.SHORTEST_SECRET) {
            wrong(
                    "suppressionSecret",
                    "is shorter than " + PersonDigester.SHORTEST_SECRET + " characters; take a random one");
        }
        blueprint.suppressionSecret = Option.of(secret);
        return this;
    }

    /** Takes recipients' keys by this route alone, whatever it costs; by default the cheapest is taken, and the receipt says why. */
    public AudienceBridgeBuilder matchBy(KeyRoute route) {
        blueprint.matchBy = Option.of(route);
        return this;
    }

    /** The folder for the journal, the ledger and the memberships; without it a later share could not know who was shared before. */
    public AudienceBridgeBuilder home(Path folder) {
        blueprint.home = Option.of(folder);
        return this;
    }

    /**
     * Where runs are written down and who works on what, in place of the home folder; such as a database, for several machines. All else stays in the home, so bridges that share
     * a journal share a home folder too, or keep their ledger elsewhere by {@link #ledgerIn}.
     */
    public AudienceBridgeBuilder journal(JournalSettings settings) {
        blueprint.journal = Option.some(Either.left(settings));
        return this;
    }

    /** Where runs are written down and who works on what; the caller closes it. */
    public AudienceBridgeBuilder journal(JournalStore instead) {
        blueprint.journal = Option.some(Either.right(instead));
        return this;
    }

    /**
     * Keeps what was shared in the file exchange of this name instead of the home folder: in a bucket of your own that other machines, or a Spark cluster, reach as well, never in one
     * that a system reads. What counts is for the journal to say, so those who share the one share the other. What a run kept is read whole.
     */
    public AudienceBridgeBuilder ledgerIn(String files) {
        blueprint.ledgerIn = Option.of(files);
        return this;
    }

    /**
     * How long what this bridge works on stays its own if its process dies; 2 minutes by default, a second to a day. While it lives it goes on holding it. Longer than the clocks
     * of the machines that share the journal are apart.
     */
    public AudienceBridgeBuilder leaseFor(Duration term) {
        if (term.compareTo(SHORTEST_LEASE) < 0 || term.compareTo(LONGEST_LEASE) > 0) {
            wrong("leaseFor", term + " must be " + SHORTEST_LEASE + " to " + LONGEST_LEASE);
        }
        blueprint.leaseTerm = term;
        return this;
    }

    /** The name by which other processes are told who is at work; by default this process's number and machine. Something is added that nobody else has. */
    public AudienceBridgeBuilder holder(String name) {
        blueprint.holder = name;
        return this;
    }

    /** The business clock; the system's by default. */
    public AudienceBridgeBuilder clock(InstantSource instead) {
        blueprint.clock = instead;
        return this;
    }

    /** The name of the embedding application, for the systems' logs and in every User-Agent header; printable ASCII, empty by default. */
    public AudienceBridgeBuilder application(String name) {
        if (!name.chars().allMatch(c -> c >= ' ' && c < 127)) {
            wrong("application", "'" + name + "' must be printable ASCII, since it goes into a header");
        }
        blueprint.application = name;
        return this;
    }

    /**
     * Where started runs and the connectors' work beside the caller's thread run; the bridge does not shut it down. By default the bridge's own daemon
     * threads, as many as there is work. One with fewer threads than runs and their connectors need at once brings everything to a halt.
     */
    public AudienceBridgeBuilder executor(Executor instead) {
        blueprint.executor = Option.of(instead);
        return this;
    }

    /**
     * What keeps leases alive beside the work, every few seconds and for a moment; the bridge does not shut it down. By default one daemon thread of the bridge's own. Not an executor
     * that may be full of work: leases that are not renewed in time are lost. With this and an {@link #executor}, the bridge makes no thread at all.
     */
    public AudienceBridgeBuilder scheduler(ScheduledExecutorService instead) {
        blueprint.scheduler = Option.of(instead);
        return this;
    }

    /** Time that one call may take at most, a run's time in the executor's queue included; 6 hours by default, a year at most. */
    public AudienceBridgeBuilder limit(Duration most) {
        if (CallStart.unusable(most)) {
            wrong("limit", most + " must be more than nothing and " + CallStart.LONGEST.toDays() + " days at most");
        }
        blueprint.limit = most;
        return this;
    }

    /** Hears how far calls have come, on the working threads. */
    public AudienceBridgeBuilder progress(Progress listener) {
        blueprint.progress = listener;
        return this;
    }

    /** Hears what calls do: use cases, runs, steps and requests, such as for metrics and traces; on the working threads. */
    public AudienceBridgeBuilder observer(Observer listener) {
        blueprint.observer = listener;
        return this;
    }

    /**
     * The bridge. Nothing is sent yet.
     *
     * @throws InvalidRequestException with every mistake at once
     * @throws LocalFailureException when the home folder cannot be used
     */
    public AudienceBridge build() {
        return blueprint.build().getOrElseThrow(error -> error.match(new ErrorTranslator()));
    }

    private AudienceBridgeBuilder signIn(Either<SignInSettings, TokenSource> credential) {
        if (blueprint.signIn.isDefined()) {
            wrong("signIn", "There are two sign-ins; a bridge serves one organisation, build a second one");
        }
        blueprint.signIn = Option.of(credential);
        return this;
    }

    private AudienceBridgeBuilder connect(ConnectionName name, Either<ConnectorSettings, Connector> connection) {
        if (blueprint.connections.containsKey(name)) {
            wrong("connect", "There are two connections named '" + name + "'; give one another name");
        }
        blueprint.connections = blueprint.connections.put(name, connection);
        return this;
    }

    private AudienceBridgeBuilder files(String name, Either<ExchangeSettings, FileExchange> exchange) {
        if (blueprint.exchanges.containsKey(name)) {
            wrong("files", "There are two file exchanges named '" + name + "'; give one another name");
        }
        blueprint.exchanges = blueprint.exchanges.put(name, exchange);
        return this;
    }

    private AudienceBridgeBuilder cipher(String name, Either<CipherSettings, Cipher> cipher) {
        if (blueprint.ciphers.containsKey(name)) {
            wrong("cipher", "There are two ciphers named '" + name + "'; give one another name");
        }
        blueprint.ciphers = blueprint.ciphers.put(name, cipher);
        return this;
    }

    private void wrong(String subject, String message) {
        blueprint.violations = blueprint.violations.append(new Violation(subject, message));
    }
}
