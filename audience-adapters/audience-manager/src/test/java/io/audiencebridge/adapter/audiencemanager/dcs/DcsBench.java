// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Data collection servers that answer by a script, all on one socket, and a client with a clock of the test's own. */
final class DcsBench implements AutoCloseable {
    static final String UUID = "22920112968019678612904394744954398990";
    /** From a region of which the settings know nothing, so that calls stay with the alias. */
    static final String TAKEN = "{'stuff':[],'uuid':'" + UUID + "','dcs_region':5,'tid':'31ZpxW5bQGc='}";

    static final AamUuid DEVICE = AamUuid.parse(UUID).get();

    final ScriptedApi api = new ScriptedApi();
    private final HttpTransport transport = HttpTransport.to(
            SystemId.AUDIENCE_MANAGER, HttpSettings.builder().maxAttempts(1).build());
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    final DataCollection client;

    DcsBench() throws Exception {
        this(Duration.ZERO, 1_000);
    }

    DcsBench(Duration interval, int perMinute) throws Exception {
        client = client(settings(api.uri())
                .idInterval(interval)
                .idCallsPerMinute(perMinute)
                .build());
    }

    static DataCollectionSettings.Builder settings(URI uri) {
        return DataCollectionSettings.builder()
                .alias("acme.demdex.net")
                .uri(uri)
                .regions(Map.of(7, URI.create(uri + "/use.demdex.net/"), 9, URI.create(uri + "/usw2.demdex.net")))
                .idService(uri);
    }

    DataCollection client(DataCollectionSettings settings) {
        return new DcsClient(settings, transport, new ImsOrgId("O@AdobeOrg"), () -> now);
    }

    DcsBench answering(String... bodies) {
        List.of(bodies).forEach(body -> api.answers("GET /event", 200, body));
        return this;
    }

    DcsBench answering(String line, MockResponse.Builder answer) {
        api.answers(line, answer.build());
        return this;
    }

    Either<BridgeError, EventAnswer> send(EventCall event) {
        return client.send(event, CallOptions.standard());
    }

    Either<BridgeError, EventAnswer> send(EventCall.Builder event) {
        return send(event.build());
    }

    EventAnswer.Taken taken(EventCall.Builder event) {
        return (EventAnswer.Taken) send(event).get();
    }

    RecordedRequest last() {
        List<RecordedRequest> requests = api.requests();
        return requests.get(requests.size() - 1);
    }

    /** The query as it was on the wire. */
    String query() {
        return String.valueOf(last().getUrl().encodedQuery());
    }

    String body() {
        return last().getBody().string(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        transport.close();
        api.close();
    }
}
