// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.util.List;
import java.util.UUID;

/** The credentials of the customer's landing zone, which is not there. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. */
public final class LandingZone implements Service {
    private String token = fresh();

    private static String fresh() {
        return "sv=2021-06-08&sig=" + UUID.randomUUID();
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        boolean refresh = request.method().equals("POST")
                && request.value("action").filter("refresh"::equals).isPresent();
        if (!path.isEmpty() || !(refresh || request.method().equals("GET"))) {
            throw Problem.unknownPath();
        }
        if (!request.value("type").orElse("").equals("dlz_destination")) {
            throw Problem.titled(400, "BadRequestError", "type must be dlz_destination");
        }
        token = refresh ? fresh() : token;
        return Reply.ok(Reply.object()
                .put("containerName", "dlz-destination")
                .put("SASToken", token)
                .put("storageAccountName", "sandboxlanding")
                .put("SASUri", "https://sandboxlanding.blob.core.windows.net/dlz-destination?" + token));
    }
}
