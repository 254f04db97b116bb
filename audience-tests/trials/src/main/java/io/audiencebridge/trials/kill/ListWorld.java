// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.sandbox.MembershipWatch;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.trials.Crowd;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list that is made equal to an audience of everybody who has keys. Before, it holds every third of them, who must stay all the time, and everybody without keys, who must
 * leave.
 */
final class ListWorld implements World {
    /** The list's title. */
    private static final String LIST = "Survivors";

    private static final int STAYING_EVERY = 3;

    private final String errand;
    private final Sandbox sandbox;
    private final Map<String, String> arguments;
    private final int members;
    private final int keyless;
    private @Nullable MembershipWatch watch;

    /** A world over a sandbox that has an audience to be brought into the list. */
    ListWorld(String errand, Sandbox sandbox, Map<String, String> arguments, int members, int keyless) {
        this.errand = errand;
        this.sandbox = sandbox;
        this.arguments = new TreeMap<>(arguments);
        this.arguments.put("list", LIST);
        this.members = members;
        this.keyless = keyless;
    }

    @Override
    public String errand() {
        return errand;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Map<String, String> begin() {
        SandboxCampaign campaign = sandbox.campaignData();
        lists().forEach(list -> campaign.deleteList(list.id()));
        Set<String> staying = staying();
        String id = campaign.addList(
                LIST,
                IntStream.rangeClosed(1, members + keyless)
                        .filter(number -> number % STAYING_EVERY == 0 || number > members)
                        .mapToObj(Crowd::id)
                        .toList());
        watch = campaign.watchMembers(id, staying);
        return arguments;
    }

    private Set<String> staying() {
        return IntStream.rangeClosed(1, members)
                .filter(number -> number % STAYING_EVERY == 0)
                .mapToObj(Crowd::id)
                .collect(Collectors.toSet());
    }

    private List<SandboxList> lists() {
        return sandbox.campaignData().lists().stream()
                .filter(list -> list.label().equals(LIST))
                .toList();
    }

    @Override
    public List<String> rows() {
        return lists().stream().flatMap(list -> list.memberIds().stream()).toList();
    }

    @Override
    public String state() {
        return "lists " + lists().size();
    }

    @Override
    public int expectedRows() {
        return members;
    }

    @Override
    public int below() {
        return watch == null ? 0 : members / STAYING_EVERY - watch.fewestPresent();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
