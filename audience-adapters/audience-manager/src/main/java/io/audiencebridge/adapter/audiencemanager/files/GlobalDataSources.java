// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.util.Set;

/** The data sources of advertising ids, owned by nobody: they own no traits. Source: Audience Manager, "Global data sources". */
final class GlobalDataSources {
    private static final Set<Long> IDS = Set.of(20914L, 20915L, 121963L, 389146L, 963906L, 488258L, 1171485L, 1171489L);

    private GlobalDataSources() {}

    static boolean contain(long dataSource) {
        return IDS.contains(dataSource);
    }
}
