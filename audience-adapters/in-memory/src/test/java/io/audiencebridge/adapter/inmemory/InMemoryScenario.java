// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Two in-memory systems and a bridge between them. */
abstract class InMemoryScenario {
    static final ConnectionName CRM = new ConnectionName("crm");
    static final ConnectionName CLOUD = new ConnectionName("cloud");

    final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    final InMemoryJournal journal = new InMemoryJournal();
    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemorySuppressions suppressions = new InMemorySuppressions();
    final List<SharingEvent> heard = new ArrayList<>();
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final AtomicInteger runs = new AtomicInteger();
    UseCases bridge = bridge(Optional.empty());

    /** Another bridge on the same journal, which takes recipients' keys by that route alone. */
    final UseCases bridge(Optional<KeyRoute> route) {
        return bridge(route, Optional.of(Secret.of("known to nobody else")));
    }

    /** Another bridge on the same journal, ledger and suppression store, under that secret. */
    final UseCases bridge(Optional<KeyRoute> route, Optional<Secret> secret) {
        return new UseCases(
                HashMap.of(CRM, crm, CLOUD, cloud),
                Infrastructure.builder()
                        .journal(journal)
                        .ledger(ledger)
                        .suppressions(suppressions)
                        .suppressionSecret(secret)
                        .addErasables(journal, ledger)
                        .memberships(new InMemoryMemberships())
                        .eventStates(new InMemoryEventStates())
                        .engine(new PlainReconciler()::match)
                        .matchBy(route)
                        .listener(heard::add)
                        .clock(() -> now)
                        .runIds(() -> new RunId("run-" + runs.incrementAndGet()))
                        .build());
    }

    static DataSource byVisitorId() {
        return DataSource.builder()
                .id(14016)
                .key(new ReconciliationKey.Visitor())
                .destinationId(46390)
                .build();
    }

    static DataSource byHashedEmail() {
        return DataSource.builder()
                .id(14018)
                .destinationId(46392)
                .mergeRuleDataSourceId(5002)
                .key(ReconciliationKey.Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .wire(KeyForm.SHA256)
                        .build())
                .build();
    }

    /** A valid visitor id that differs by {@code number}. */
    static String visitor(int number) {
        return "%038d".formatted(number);
    }

    void person(long id, String... sourceIds) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .sourceIds(List.of(sourceIds))
                .build());
    }

    void personWithEmail(long id, String email) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .fields(Map.of("email", email))
                .build());
    }

    void optedOut(long id, String... sourceIds) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .sourceIds(List.of(sourceIds))
                .optedOut(true)
                .build());
    }

    static RecipientId[] ids(long... ids) {
        return java.util.Arrays.stream(ids).mapToObj(RecipientId::of).toArray(RecipientId[]::new);
    }

    static ShareRequest share(AudienceRef list, DataSource source) {
        return ShareRequest.builder()
                .list(list)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(source)
                .build();
    }

    static ImportRequest.Builder intoList(AudienceRef audience, DataSource source) {
        return ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list("Gold again")
                .dataSource(source);
    }

    AudienceRef shared(AudienceRef list, DataSource source) {
        bridge.shareRecipientList().share(share(list, source), call()).get();
        return cloud.named("Gold").get();
    }

    Receipt imported(AudienceRef audience, DataSource source) {
        return bridge.importSharedAudience()
                .importAudience(intoList(audience, source).build(), call())
                .get();
    }

    static Call call() {
        return call(Progress.SILENT);
    }

    static Call call(Progress progress) {
        return Call.within("test", Duration.ofMinutes(1), System::nanoTime, progress);
    }

    static String counts(ExportTally tally) {
        return "read %d shared %d already %d rows %d out %d invalid %d noVisitorId %d noDeclaredId %d"
                .formatted(
                        tally.read(),
                        tally.shared(),
                        tally.alreadyShared(),
                        tally.rows(),
                        tally.complement().optedOut(),
                        tally.complement().invalid(),
                        tally.complement().noVisitorId(),
                        tally.complement().noDeclaredId());
    }

    static String people(ImportTally tally) {
        return "links %d collapsed %d size %d added %d kept %d removed %d"
                .formatted(
                        tally.match().links(),
                        tally.collapsed(),
                        tally.listSize(),
                        tally.added(),
                        tally.kept(),
                        tally.removed());
    }
}
