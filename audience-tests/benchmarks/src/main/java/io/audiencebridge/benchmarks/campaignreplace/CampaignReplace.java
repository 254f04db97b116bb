// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignreplace;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Worker;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Replaces a large list of which a little changed: counts calls, and how many of those who stay were missing at any time, which must be nobody. */
public final class CampaignReplace implements Benchmark {
    private static final CallOptions CALL = CallOptions.within(Duration.ofHours(1));

    /** The benchmark. */
    public CampaignReplace() {}

    @Override
    public String name() {
        return "campaign-replace";
    }

    @Override
    public String usage() {
        return "[--members N] [--changed N]: calls that replace a list of which N members changed, and its members meanwhile";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "changed", 10_000);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException, InterruptedException {
        int members = options.number("members");
        int changed = options.number("changed");
        if (changed >= members) {
            throw new Refused("--changed " + changed + " must be less than --members " + members);
        }
        out.println(name() + ": " + members + " members, " + changed + " leave, " + changed + " enter; "
                + Machine.description());
        try (Worker server = Worker.besideSandbox(
                "The sandbox", ListServer.class, List.of(Integer.toString(members), Integer.toString(changed)))) {
            String[] place = server.line().split(" ");
            Counts before = Counts.of(server.ask("counts"));
            long begun = System.nanoTime();
            MembershipReport report = replace(place, LongStream.rangeClosed(changed + 1, (long) members + changed));
            double seconds = (System.nanoTime() - begun) / 1e9;
            Counts after = Counts.of(server.ask("counts"));
            told(before, after, report, seconds, out);
        }
    }

    private static MembershipReport replace(String[] place, LongStream members) throws IOException {
        CampaignSettings settings = CampaignSettings.builder()
                .uri(URI.create(place[0]))
                .operator(place[1])
                .password(Secret.of(place[2]))
                .build();
        Path home = Files.createTempDirectory("audience-benchmarks");
        try (AudienceBridge bridge =
                AudienceBridge.builder().home(home).connect(settings).build()) {
            return bridge.client(CampaignLists.class)
                    .replace(place[3], Recipients.of(members.toArray()), CALL)
                    .getOrElseThrow(error -> new Refused(error.message()));
        }
    }

    private static void told(Counts before, Counts after, MembershipReport report, double seconds, PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "calls: %d read, %d write; %d kept, %d entered, %d left; %.1f s",
                after.reads() - before.reads(),
                after.writes() - before.writes(),
                report.kept(),
                report.entered(),
                report.left(),
                seconds));
        out.println("members: " + before.members() + " before, " + after.fewestMembers() + " at the least, "
                + after.members() + " after");
        out.println("those who stay: " + before.staying() + ", of whom " + after.fewestStaying()
                + " were in the list at the least");
        if (after.fewestStaying() < before.staying()) {
            throw new Refused("The list had a hole: " + (before.staying() - after.fewestStaying())
                    + " of those who stay were missing at a time");
        }
    }

    /** What the server counts. */
    private record Counts(long reads, long writes, long members, long staying, long fewestStaying, long fewestMembers) {
        static Counts of(String line) {
            long[] counts =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
        }
    }
}
