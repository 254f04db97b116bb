// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Audience Manager's traits. Blocks; safe for use by several threads. */
public final class Traits {
    /** Members stay until they are removed (SEMANTICS S15). Source: Audience Manager, "Create onboarded traits". */
    private static final int FOREVER = 0;

    private final RestClient rest;

    /** The traits that {@code rest} sees. */
    public Traits(RestClient rest) {
        this.rest = rest;
    }

    /** The trait of that number; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Trait>> find(long sid, Call call) {
        return at(Long.toString(sid), call);
    }

    /** The trait of that integration code. */
    public Either<BridgeError, Option<Trait>> coded(String integrationCode, Call call) {
        return at("ic:" + integrationCode, call);
    }

    /** Creates an onboarded trait without expiry. It has no rule: inbound rows name it by its number. */
    public Either<BridgeError, Trait> create(Draft draft, Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", draft.name())
                .put("traitType", Trait.ONBOARDED)
                .put("dataSourceId", draft.dataSourceId())
                .put("folderId", draft.folderId())
                .put("ttl", FOREVER)
                .put("integrationCode", draft.integrationCode());
        return rest.create("traits/", body, call).flatMap(answer -> Trait.read(answer, call));
    }

    private Either<BridgeError, Option<Trait>> at(String address, Call call) {
        return Found.read(
                rest.find("traits/" + address, LinkedHashMap.empty(), call), answer -> Trait.read(answer, call));
    }
}
