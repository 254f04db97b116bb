// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.LandingZone;
import io.audiencebridge.adapter.experienceplatform.client.LandingZoneCredentials;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;

/** The Data Landing Zone, for whoever calls Platform directly. Source: experience-cloud.md, section 4.8. */
final class LandingZoneClient implements LandingZone {
    private static final String PATH = "/data/foundation/connectors/landingzone/credentials";
    private static final Parameters TYPE = Parameters.NONE.with("type", "dlz_destination");

    private final PlatformClient client;

    LandingZoneClient(PlatformClient client) {
        this.client = client;
    }

    @Override
    public Either<BridgeError, LandingZoneCredentials> credentials(CallOptions options) {
        Call call = options.begin();
        return client.read(PATH, TYPE, call).flatMap(answer -> read(answer, call));
    }

    @Override
    public Either<BridgeError, LandingZoneCredentials> refresh(CallOptions options) {
        Call call = options.begin();
        return client.create(PATH + TYPE.with("action", "refresh").text(), JsonNodeFactory.instance.objectNode(), call)
                .flatMap(answer -> read(answer, call));
    }

    private static Either<BridgeError, LandingZoneCredentials> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("credentials", call, "containerName")
                .flatMap(container -> fields.required("credentials", call, "storageAccountName")
                        .flatMap(account -> fields.required("credentials", call, "SASToken")
                                .map(token -> LandingZoneCredentials.builder()
                                        .container(container)
                                        .account(account)
                                        .sasToken(Secret.of(token))
                                        .sasUri(Secret.of(
                                                fields.text("SASUri", "SASUrl").orElse("")))
                                        .build())));
    }
}
