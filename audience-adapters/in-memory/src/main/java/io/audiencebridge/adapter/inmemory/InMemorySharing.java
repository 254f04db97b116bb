// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Shares with one system of keys once the workflows have run: an import replaces the list, an export only ever adds. */
final class InMemorySharing implements SharingWorkflows, OrderTimes {
    private final InMemoryWorld world;
    private final InMemoryKeys keys;
    private final InMemoryWorld cloud;
    private final InMemoryWorkflows workflows;
    private final Map<String, WorkflowReport> reports = new ConcurrentHashMap<>();

    InMemorySharing(InMemoryWorld world, InMemoryWorld cloud, InMemoryWorkflows workflows) {
        this.world = world;
        this.keys = new InMemoryKeys(world);
        this.cloud = cloud;
        this.workflows = workflows;
    }

    @Override
    public Either<BridgeError, Ordered> orderImport(ImportOrder order, Call call) {
        return call.check()
                .flatMap(open -> cloud.audience(order.audience().id()))
                .map(audience -> {
                    InMemoryWorld.Members list = world.titled(order.list()).getOrElse(() -> world.create(order.list()));
                    workflows.ask(name(order), () -> fill(list, order, call));
                    return new Ordered(list.ref(), Instant.EPOCH);
                });
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtImport(ImportOrder order, Ordered ordered, Call call) {
        return look(name(order));
    }

    @Override
    public Either<BridgeError, Ordered> orderExport(ExportOrder order, Call call) {
        return call.check().flatMap(open -> world.audience(order.list().id())).map(list -> {
            workflows.ask(name(order), () -> share(order, call));
            return new Ordered(list.ref(), Instant.EPOCH);
        });
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtExport(ExportOrder order, Ordered ordered, Call call) {
        return look(name(order));
    }

    @Override
    public Either<BridgeError, Instant> beforeImport(ImportOrder order, Call call) {
        return call.check()
                .flatMap(open -> cloud.audience(order.audience().id()))
                .map(audience -> Instant.EPOCH);
    }

    @Override
    public Either<BridgeError, Instant> beforeExport(ExportOrder order, Call call) {
        return call.check().flatMap(open -> world.audience(order.list().id())).map(list -> Instant.EPOCH);
    }

    private Either<BridgeError, WorkflowState> look(String name) {
        WorkflowReport report = reports.get(name);
        return Either.right(
                report == null
                        ? new WorkflowState.AtWork(new Waiting(Instant.EPOCH, "the workflow has not run yet"))
                        : new WorkflowState.Done(report));
    }

    private void fill(InMemoryWorld.Members list, ImportOrder order, Call call) {
        InMemoryMembers members = new InMemoryMembers(cloud);
        MemberFeed.Ready feed = (MemberFeed.Ready)
                members.members(order.audience(), order.dataSource(), call).get();
        MatchTask task = MatchTask.builder()
                .key(order.dataSource().key())
                .members(feed.members())
                .recipients(keys.allKeys(order.dataSource(), call).get())
                .build();
        var matched = new PlainReconciler().match(task, call).get().recipients();
        TreeSet<RecipientId> wanted = new TreeSet<>();
        for (int i = 0; i < matched.size(); i++) {
            wanted.add(new RecipientId(matched.high(i), matched.low(i)));
        }
        list.recipients().addAll(wanted);
        list.recipients().retainAll(wanted);
        report(name(order), wanted.size(), OptionalLong.empty());
    }

    private void share(ExportOrder order, Call call) {
        InMemoryWorld.Members audience = cloud.titled(order.audience()).getOrElse(() -> cloud.create(order.audience()));
        KeyTranslator translator = KeyTranslator.storedToWire(order.dataSource().key());
        byte[] wire = new byte[KeyTranslator.LONGEST];
        TreeSet<RecipientId> read = new TreeSet<>();
        TreeSet<RecipientId> shared = new TreeSet<>();
        try (KeySource source =
                keys.keysOf(order.list(), order.dataSource(), call).get()) {
            for (Option<TextKeys> batch = source.next().get();
                    batch.isDefined();
                    batch = source.next().get()) {
                TextKeys rows = batch.get();
                for (int row = 0; row < rows.size(); row++) {
                    RecipientId recipient = new RecipientId(rows.recipientHigh(row), rows.recipientLow(row));
                    read.add(recipient);
                    int length = rows.has(row, TextKeys.KEYLESS)
                            ? KeyTranslator.INVALID
                            : translator.translate(rows.text(), rows.start(row), rows.end(row), wire);
                    if (length != KeyTranslator.INVALID) {
                        shared.add(recipient);
                        audience.keys().add(new String(wire, 0, length, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        report(name(order), shared.size(), OptionalLong.of(read.size() - shared.size()));
    }

    private void report(String name, long result, OptionalLong complement) {
        reports.put(name, new WorkflowReport(Instant.EPOCH, OptionalLong.of(result), complement));
    }

    private static String name(ImportOrder order) {
        return "import " + order.run();
    }

    private static String name(ExportOrder order) {
        return "export " + order.run();
    }
}
