// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.util.HashMap;
import java.util.Map;

/** What each workflow does, by the internal name of its model. */
final class Activities {
    private final ExportQueue exports = new ExportQueue();
    private final ImportPass imports;
    private final Map<String, Activity> known;
    private final Map<String, Ending> others = new HashMap<>();

    Activities(Outside outside) {
        imports = new ImportPass(outside);
        BulkFiles files = new BulkFiles(outside);
        known = Map.of(
                "importSharedAudience", imports,
                "exportSharedAudience", new ExportPass(outside, exports),
                "updateSharedAudience", new UpdateSharedAudience(exports),
                "extractRecipientKeys", new ExtractRecipientKeys(files),
                "loadMemberships", new LoadMemberships(files));
    }

    void restart() {
        exports.clear();
        imports.restart();
        others.clear();
    }

    void put(String name, Ending ending) {
        if (known.containsKey(name)) {
            throw new IllegalArgumentException("What '" + name + "' does is known already");
        }
        others.put(name, ending);
    }

    boolean waits(String name) {
        return others.get(name) == Ending.WAITS;
    }

    Activity of(String name) {
        Activity activity = known.get(name);
        if (activity != null) {
            return activity;
        }
        return others.get(name) == Ending.FAILS
                ? run -> {
                    throw new Failure("The activity failed, as the test asked for.");
                }
                : run -> {
                    // Nothing is known of what it does.
                };
    }
}
