// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A share request as facts of a run record, so that any process can resume it. */
final class ShareFacts {
    private static final String KIND = "kind";
    private static final String SHARE = "share";

    private ShareFacts() {}

    /** That a run is a share. */
    static final RunFilter.Fact ANY_SHARE = new RunFilter.Fact(Set.of(KIND), SHARE);

    static boolean isShare(Map<String, String> facts) {
        return SHARE.equals(facts.get(KIND));
    }

    static Map<String, String> write(ShareRequest request) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(KIND, SHARE);
        facts.put("list.connection", request.list().connection().value());
        facts.put("list.id", request.list().id());
        facts.put("to", request.to().value());
        facts.put("audience", request.audience());
        WorkflowFacts.write(request.route(), facts);
        DataSourceFacts.write(request.dataSource(), facts);
        return facts;
    }

    static Either<BridgeError, ShareRequest> read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        try {
            ConnectionName connection = new ConnectionName(Facts.required(facts, "list.connection"));
            return Either.right(ShareRequest.builder()
                    .list(new AudienceRef(connection, Facts.required(facts, "list.id")))
                    .to(new ConnectionName(Facts.required(facts, "to")))
                    .audience(Facts.required(facts, "audience"))
                    .route(WorkflowFacts.route(facts))
                    .dataSource(DataSourceFacts.read(facts, ciphers))
                    .build());
        } catch (IllegalArgumentException damaged) {
            return Either.left(Facts.damaged(damaged));
        }
    }
}
