// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sandbox.audiencemanager.SandboxInboundFile;
import io.audiencebridge.sandbox.audiencemanager.SandboxSegment;
import java.util.List;
import java.util.stream.Collectors;

/** How a use case ended, as text that is equal for equal ends: what the caller was told, and what the systems hold. */
final class Told {
    private static final String STEP = "this time: ";

    private Told() {}

    /**
     * State and counts; nothing that differs from run to run. How the kept membership and event states changed is counted from where the last attempt began, and
     * stands in lines of its own that {@link #settled} leaves out.
     */
    static String of(Receipt receipt) {
        return receipt.state() + "\nexported " + receipt.exported() + "\nmatched "
                + receipt.imported().map(tally -> tally.match() + " into " + tally.listSize()) + "\nsynced "
                + receipt.synced() + "\nstored "
                + receipt.stored().map(stored -> stored.sent() + "/" + stored.received() + "/" + stored.stored())
                + "\n" + STEP + "notices " + receipt.notices().toString().replaceAll("\\d+", "*") + "\nfiles "
                + receipt.files().size() + "\nlist " + receipt.imported() + "\n" + STEP
                + "membership " + receipt.membership() + "\n" + STEP + "events " + receipt.events();
    }

    /** The same, for what may take several runs: how the list changed is what one of them did. */
    static String withChangesOfOneRun(Receipt receipt) {
        return of(receipt).replace("\nlist ", "\n" + STEP + "list ");
    }

    /** An end without what only one attempt did. */
    static String settled(String end) {
        return end.lines().filter(line -> !line.startsWith(STEP)).collect(Collectors.joining("\n"));
    }

    /** The lines of {@code end} that are not in {@code other}. */
    static String difference(String end, String other) {
        List<String> there = other.lines().toList();
        return end.lines().filter(line -> !there.contains(line)).collect(Collectors.joining("\n"));
    }

    /** What the systems hold: lists, segments and their members, the files that came and what became of them, the links. */
    static String of(World world) {
        return "lists " + lists(world) + "\nsegments " + segments(world) + "\ntraits' files " + files(world, false)
                + "\n" + STEP + "refused files " + files(world, true)
                + "\nlinks " + links(world);
    }

    private static List<String> lists(World world) {
        return world.sandbox().campaignData().lists().stream()
                .map((SandboxList list) -> list.label() + "=" + list.memberIds())
                .sorted()
                .toList();
    }

    private static List<String> segments(World world) {
        var audiences = world.sandbox().audienceManagerData();
        return audiences.segments().stream()
                .map((SandboxSegment segment) ->
                        segment.name() + "=" + audiences.members(segment.id(), audiences.visitorDataSourceId()))
                .sorted()
                .toList();
    }

    private static List<String> files(World world, boolean refused) {
        return world.sandbox().audienceManagerData().inboundFiles().stream()
                .filter(file -> file.status().equals("REJECTED") == refused)
                .map((SandboxInboundFile file) ->
                        file.key().replaceAll("\\d+", "*") + " " + file.status() + " " + file.counters())
                .sorted()
                .toList();
    }

    private static String links(World world) {
        var audiences = world.sandbox().audienceManagerData();
        return People.all().stream()
                .map(person -> person.declaredId() + ":"
                        + audiences
                                .devices(audiences.declaredDataSourceId(), person.declaredId())
                                .size())
                .collect(Collectors.joining(" "));
    }
}
