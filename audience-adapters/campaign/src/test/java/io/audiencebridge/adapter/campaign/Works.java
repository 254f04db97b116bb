// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.adapter.campaign.files.BulkFiles;
import io.audiencebridge.adapter.campaign.soap.Connection;
import io.audiencebridge.adapter.campaign.soap.Manner;
import io.audiencebridge.adapter.campaign.soap.Observers;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxWorkflow;
import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A sandbox and a connection to its Campaign that waits in virtual time, with bulk files from two recipients and two changes on. */
final class Works implements AutoCloseable {
    /** Longer than a command and a workflow of the instance's own take. */
    static final Duration A_MINUTE = Duration.ofMinutes(1);

    final Sandbox sandbox;
    final SandboxBucket bucket;
    final Connector connector;

    private Works(Sandbox sandbox, CampaignSettings settings) {
        this.sandbox = sandbox;
        this.bucket = new SandboxBucket(sandbox.objects(), sandbox.bulkBucket());
        Observers observers = new Observers(List.of(), TraceDetail.OFF);
        this.connector = new CampaignConnector(
                settings,
                new Connection(
                                HttpTransport.to(SystemId.CAMPAIGN, settings.http()),
                                settings.uri(),
                                new Manner("", false, "", false, settings.headers(), observers),
                                sandbox.clock())
                        .open(
                                new CampaignSignIn.Operator(sandbox.operator(), Secret.of(sandbox.password()), false),
                                Option.none()),
                new Wiring(
                        observers,
                        sandbox.clock(),
                        Option.some(new BulkFiles(bucket, new GzipCodecFactory().open(Runnable::run))),
                        (length, call) -> {
                            sandbox.clock().advance(length);
                            return call.check();
                        }));
    }

    static Works with(SeedRecipient... people) {
        Sandbox sandbox = Sandbox.builder().recipients(List.of(people)).start();
        return new Works(
                sandbox,
                Bench.settings(sandbox)
                        .exportWorkflow("updateSharedAudience")
                        .bulk(BulkSettings.builder()
                                .recipientsFrom(2)
                                .changesFrom(2)
                                .build())
                        .build());
    }

    static Works withoutExportWorkflow() {
        Sandbox sandbox = Sandbox.builder().recipients(1).start();
        return new Works(
                sandbox, Bench.settings(sandbox).bulk(BulkSettings.standard()).build());
    }

    <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    void minutePasses() {
        sandbox.clock().advance(A_MINUTE);
    }

    SandboxWorkflow workflow(String name) {
        return sandbox.campaignData().workflow(name);
    }

    void change(String schema, String name, String column, String value) {
        sandbox.campaignData().save(schema, Map.of("@name", name, column, value));
    }

    /** The ids of the members of a list, in order. */
    List<String> members(String listId) {
        return sandbox.campaignData().lists().stream()
                .filter(list -> list.id().equals(listId))
                .map(list -> List.copyOf(new TreeSet<>(list.memberIds())))
                .findFirst()
                .orElseThrow();
    }

    /** What is in the bucket of bulk files. */
    List<String> bulkFiles() {
        return bucket.list("", call()).get().map(file -> file.name()).toJavaList();
    }

    static Call call() {
        return Bench.call();
    }

    @Override
    public void close() {
        connector.close();
        sandbox.close();
    }
}
