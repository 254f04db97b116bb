// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import io.audiencebridge.benchmarks.campaignread.CampaignRead;
import io.audiencebridge.benchmarks.campaignreplace.CampaignReplace;
import io.audiencebridge.benchmarks.inboundwrite.InboundWrite;
import io.audiencebridge.benchmarks.reconcile.Reconcile;
import java.util.List;
import java.util.Optional;

/** All benchmarks. */
final class Registry {
    private static final List<Benchmark> ALL =
            List.of(new CampaignRead(), new CampaignReplace(), new InboundWrite(), new Reconcile());

    private Registry() {}

    static Optional<Benchmark> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    static String usage() {
        StringBuilder usage = new StringBuilder("usage: java -jar audience-benchmarks.jar NAME [--option N]...\n");
        ALL.forEach(one -> usage.append("  ")
                .append(one.name())
                .append(' ')
                .append(one.usage())
                .append('\n'));
        return usage.toString();
    }
}
