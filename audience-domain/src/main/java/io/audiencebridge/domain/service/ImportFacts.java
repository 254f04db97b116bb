// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.util.Map;
import java.util.TreeMap;

/** An import request as facts of a run record, so that any process can resume it. */
final class ImportFacts {
    private ImportFacts() {}

    static Map<String, String> write(ImportRequest request) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("kind", "import");
        facts.put("audience.connection", request.audience().connection().value());
        facts.put("audience.id", request.audience().id());
        facts.put("into", request.into().value());
        facts.put("list", request.list());
        facts.put("ambiguity", request.ambiguity().name());
        facts.put("allowEmpty", Boolean.toString(request.allowEmpty()));
        facts.put("proof", Boolean.toString(request.proof()));
        WorkflowFacts.write(request.route(), facts);
        DataSourceFacts.write(request.dataSource(), facts);
        return facts;
    }

    static Either<BridgeError, ImportRequest> read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        try {
            ConnectionName connection = new ConnectionName(Facts.required(facts, "audience.connection"));
            return Either.right(ImportRequest.builder()
                    .audience(new AudienceRef(connection, Facts.required(facts, "audience.id")))
                    .into(new ConnectionName(Facts.required(facts, "into")))
                    .list(Facts.required(facts, "list"))
                    .ambiguity(AmbiguityPolicy.valueOf(Facts.required(facts, "ambiguity")))
                    .allowEmpty(Boolean.parseBoolean(Facts.required(facts, "allowEmpty")))
                    .proof(Boolean.parseBoolean(facts.get("proof")))
                    .route(WorkflowFacts.route(facts))
                    .dataSource(DataSourceFacts.read(facts, ciphers))
                    .build());
        } catch (IllegalArgumentException damaged) {
            return Either.left(Facts.damaged(damaged));
        }
    }
}
