// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A healthy audience of declared or visitor ids that went in and came out, and the control API that breaks it. */
final class PreconditionsBench implements AutoCloseable {
    static final List<String> VISITORS =
            List.of("00000000000000000000000000000000000017", "12345678901234567890123456789012345678");
    static final List<String> PERSONS = List.of("CRM-71839204", "CRM-55620913");
    static final String TITLE = "Gold";

    final SandboxBench bench = new SandboxBench();
    final DataSource dataSource;
    private final AudienceRef audience;
    final Connector connector;

    PreconditionsBench(boolean declared) {
        dataSource = declared ? bench.declared() : bench.visitor();
        audience = bench.prepare(TITLE, dataSource).audience();
        bench.sandbox.clock().advance(Duration.ofHours(5));
        bench.add(audience, dataSource, declared ? PERSONS : VISITORS);
        bench.sandbox.clock().advance(Duration.ofHours(49));
        connector = bench.connect(AudienceManagerSettings.builder()
                .addMergeRules(MergeRule.lastAuthenticated(
                        bench.declared().mergeRuleDataSourceId().getAsLong(),
                        bench.declared().id())));
    }

    /** Calls the control API with JSON in single quotes. */
    void control(String path, String json) {
        try {
            URI address = bench.sandbox.control().resolve(path);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    Preconditions ability() {
        return connector.ability(Preconditions.class).get();
    }

    Seq<CheckOutcome> look(Direction direction) {
        return ability().check(order(direction), ScriptedApi.call()).get();
    }

    CheckOrder order(Direction direction) {
        boolean exports = direction == Direction.EXPORT;
        return CheckOrder.builder()
                .connection(SandboxBench.CONNECTION)
                .side(exports ? Side.TARGET : Side.SOURCE)
                .direction(direction)
                .dataSource(dataSource)
                .origin(exports ? new AudienceRef(new ConnectionName("campaign"), "2001") : audience)
                .into(TITLE)
                .route(Route.BRIDGE)
                .build();
    }

    static Seq<Finding> blocking(Seq<CheckOutcome> outcomes) {
        return outcomes.filter(CheckOutcome.Found.class::isInstance)
                .map(outcome -> ((CheckOutcome.Found) outcome).finding())
                .filter(finding -> finding.severity() == Severity.BLOCKS);
    }

    @Override
    public void close() {
        connector.close();
        bench.close();
    }
}
