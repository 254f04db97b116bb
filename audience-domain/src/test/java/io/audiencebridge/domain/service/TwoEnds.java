// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;

/** An import and a share between a recipient base and a cloud, which diagnoses are asked about. */
final class TwoEnds {
    static final ConnectionName CRM = new ConnectionName("crm");
    static final ConnectionName CLOUD = new ConnectionName("cloud");
    static final DataSource PLAIN = DataSource.builder()
            .id(14016)
            .destinationId(3)
            .key(Declared.builder().field("declaredId").build())
            .build();
    static final ImportRequest IMPORT = ImportRequest.builder()
            .audience(new AudienceRef(CLOUD, "7"))
            .into(CRM)
            .list("Gold")
            .dataSource(PLAIN)
            .build();
    static final ShareRequest SHARE = ShareRequest.builder()
            .list(new AudienceRef(CRM, "42"))
            .to(CLOUD)
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .build();
    static final Ends IMPORTS = Ends.of(new Sharing.Import(IMPORT));
    static final Ends EXPORTS = Ends.of(new Sharing.Export(SHARE));

    private TwoEnds() {}
}
