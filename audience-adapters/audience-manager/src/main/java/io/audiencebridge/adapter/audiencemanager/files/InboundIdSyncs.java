// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Pairs of ids as id-sync files: visitors in the first column, which documents keep for ids of devices, persons in the second. Source: Audience Manager, "ID sync for
 * inbound data files"; audience-manager.md, section 4.9.
 */
public final class InboundIdSyncs implements IdSyncs {
    private final Supplier<Either<BridgeError, InboundFiles>> files;
    private final Supplier<Either<BridgeError, Packing>> gzip;

    /**
     * Id syncs.
     *
     * @param files where they are written; asked for at every opening
     * @param gzip how they are packed
     */
    public InboundIdSyncs(
            Supplier<Either<BridgeError, InboundFiles>> files, Supplier<Either<BridgeError, Packing>> gzip) {
        this.files = files;
        this.gzip = gzip;
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(IdSyncWrite order, Instant wanted, Call call) {
        return call.check()
                .flatMap(open -> files.get())
                .flatMap(inbound -> inbound.freeSyncStamp(name(order), wanted, call));
    }

    @Override
    public Either<BridgeError, IdPairSink> open(IdSyncWrite order, Call call) {
        return call.check()
                .flatMap(open -> check(order))
                .flatMap(sound -> files.get())
                .flatMap(inbound -> gzip.get().flatMap(packing -> inbound.upload(name(order), packing, call)))
                .map(upload -> new PairSink(
                        upload,
                        KeyTranslator.checkingWire(order.visitors().key()),
                        KeyTranslator.checkingWire(order.declared().key()),
                        call));
    }

    private static IdSyncFileName name(IdSyncWrite order) {
        return IdSyncFileName.builder()
                .kind(IdSyncFileName.Kind.ADOBE_ID)
                .addDataSources(order.visitors().id(), order.declared().id())
                .stamp(order.stamp().getEpochSecond())
                .build();
    }

    private static Either<BridgeError, IdSyncWrite> check(IdSyncWrite order) {
        Vector<Violation> violations = visitors(order.visitors()).appendAll(declared(order.declared()));
        if (order.visitors().id() == order.declared().id()) {
            violations = violations.append(new Violation(
                    "declared.id",
                    "is the visitors' data source too; ids of one data source are not mapped to each other"));
        }
        if (!order.stamp().truncatedTo(ChronoUnit.SECONDS).equals(order.stamp())) {
            violations = violations.append(
                    new Violation("stamp", order.stamp() + " is no whole second; take one that freeStamp gives"));
        }
        return violations.isEmpty()
                ? Either.right(order)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> visitors(DataSource source) {
        return source.key() instanceof Visitor
                ? number("visitors.id", source)
                : number("visitors.id", source)
                        .append(new Violation("visitors.key", "is no visitor id; give the data source of visitor ids"));
    }

    private static Vector<Violation> declared(DataSource source) {
        Vector<Violation> found = number("declared.id", source);
        if (!(source.key() instanceof Declared key)) {
            return found.append(
                    new Violation("declared.key", "is no declared id; give the data source of declared ids"));
        }
        return key.content() != KeyContent.OPAQUE && key.wire() == KeyForm.PLAIN
                ? found.append(new Violation(
                        "declared.key.wire",
                        "Plain " + key.content() + " must not leave the house; use wire form SHA256 (SEMANTICS S18)"))
                : found;
    }

    private static Vector<Violation> number(String subject, DataSource source) {
        boolean isOwn = source.id() > 0 && !GlobalDataSource.contains(source.id());
        return isOwn
                ? Vector.empty()
                : Vector.of(new Violation(
                        subject,
                        source.id()
                                + " is no data source (DPID) of the company; give the number that its settings show"));
    }
}
