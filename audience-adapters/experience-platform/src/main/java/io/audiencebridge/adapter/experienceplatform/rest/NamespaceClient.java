// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespace;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespaces;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Identity namespaces, for whoever calls Platform directly. Source: experience-cloud.md, section 4.8. */
final class NamespaceClient implements IdentityNamespaces {
    private static final String PATH = "/data/core/idnamespace/identities";

    private final PlatformClient client;

    NamespaceClient(PlatformClient client) {
        this.client = client;
    }

    @Override
    public Either<BridgeError, Seq<IdentityNamespace>> list(CallOptions options) {
        Call call = options.begin();
        return client.read(PATH, Parameters.NONE, call)
                .flatMap(answer -> Listing.items(answer, call, "identities"))
                .flatMap(items -> Either.sequenceRight(items.map(node -> read(node, call))));
    }

    private static Either<BridgeError, IdentityNamespace> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("an identity namespace", call, "code")
                .map(code -> IdentityNamespace.builder()
                        .code(code)
                        .id(fields.number("id"))
                        .name(fields.text("name").orElse(code))
                        .type(fields.text("idType"))
                        .custom(fields.flag("custom").orElse(false))
                        .active(fields.text("status")
                                .map("active"::equalsIgnoreCase)
                                .orElse(true))
                        .build());
    }
}
