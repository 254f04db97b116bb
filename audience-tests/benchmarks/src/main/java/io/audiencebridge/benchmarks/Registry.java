// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import io.audiencebridge.benchmarks.campaignread.CampaignRead;
import io.audiencebridge.benchmarks.campaignreplace.CampaignReplace;
import io.audiencebridge.benchmarks.incremental.Incremental;
import io.audiencebridge.benchmarks.micro.Micro;
import io.audiencebridge.benchmarks.reconcile.Reconcile;
import io.audiencebridge.benchmarks.scale.Heap;
import io.audiencebridge.benchmarks.scale.Scale;
import io.audiencebridge.benchmarks.writing.Export;
import io.audiencebridge.benchmarks.writing.Hash;
import io.audiencebridge.benchmarks.writing.InboundWrite;
import java.util.List;
import java.util.Optional;

/** All benchmarks. */
final class Registry {
    private static final List<Benchmark> ALL = List.of(
            new CampaignRead(),
            new CampaignReplace(),
            new Export(),
            new Hash(),
            new Heap(),
            new InboundWrite(),
            new Incremental(),
            new Micro(),
            new Reconcile(),
            new Scale());

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
