// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;

/** What a delivered file that cannot be trusted answers with; nothing was changed by then. */
final class Damage {
    private Damage() {}

    static BridgeError of(String file, String what) {
        Incident incident = Incident.builder().system(SystemId.AUDIENCE_MANAGER).build();
        return new BridgeError.ProtocolBreach("Outbound file " + file + " " + what, incident);
    }
}
