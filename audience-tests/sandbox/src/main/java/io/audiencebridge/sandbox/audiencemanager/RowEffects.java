// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out what the items of a row do, in one file. Items seen in the row before are not read again. */
final class RowEffects {
    private final Company company;
    private final InboundName name;
    private final Instant arrived;
    private final Map<Long, Realizations> live = new LinkedHashMap<>();
    private final Map<Long, Predicate<Signals>> rules = new LinkedHashMap<>();
    private final Set<Realizations> owned = new HashSet<>();
    private final Set<Long> young = new HashSet<>();
    private byte[] lastItems = {'\t'};
    private RowEffect lastEffect = new RowEffect(Set.of(), Set.of(), 0, false, 0, 0, false, true);

    RowEffects(Company company, InboundName name, Instant arrived) {
        this.company = company;
        this.name = name;
        this.arrived = arrived;
        company.traits()
                .with("dataSourceId", name.target())
                .filter(trait -> trait.path("traitType").asText().equals(TraitResource.ONBOARDED))
                .forEach(this::note);
    }

    private void note(ObjectNode trait) {
        long sid = trait.path("sid").asLong();
        Realizations holders = company.profiles().of(sid, name.dataSource());
        owned.add(holders);
        Instant created = Instant.ofEpochMilli(trait.path("createTime").asLong());
        if (created.plus(Timing.TRAIT_LIVE_AFTER).isAfter(arrived)) {
            young.add(sid);
            return;
        }
        live.put(sid, holders);
        String rule = trait.path("traitRule").asText("");
        if (!rule.isBlank()) {
            rules.put(sid, TraitRule.parse(rule));
        }
    }

    /** Who has the onboarded traits of the target data source. */
    Set<Realizations> owned() {
        return owned;
    }

    RowEffect of(byte[] bytes, int from, int to) {
        if (!Arrays.equals(lastItems, 0, lastItems.length, bytes, from, to)) {
            lastItems = Arrays.copyOfRange(bytes, from, to);
            lastEffect = effect(RowItems.read(new String(lastItems, StandardCharsets.UTF_8)));
        }
        return lastEffect;
    }

    private RowEffect effect(RowItems items) {
        Set<Realizations> adds = new HashSet<>();
        boolean hit = false;
        for (Map.Entry<Long, Predicate<Signals>> rule : rules.entrySet()) {
            if (rule.getValue().test(items.signals())) {
                adds.add(holders(rule.getKey()));
                hit = true;
            }
        }
        items.adds().stream().filter(live::containsKey).map(this::holders).forEach(adds::add);
        Set<Realizations> removes = new HashSet<>();
        if (!name.overwrite()) {
            items.removes().stream()
                    .filter(live::containsKey)
                    .map(this::holders)
                    .forEach(removes::add);
        }
        int tooYoung = (int) items.adds().stream().filter(young::contains).count();
        return new RowEffect(
                adds,
                removes,
                items.signals().count(),
                !items.signals().isEmpty() && !hit,
                failed(items.adds()) + failed(items.removes()),
                tooYoung,
                items.sound(),
                items.isEmpty());
    }

    private int failed(List<Long> traits) {
        return (int) traits.stream()
                .filter(sid -> !live.containsKey(sid) && !young.contains(sid))
                .count();
    }

    private Realizations holders(long sid) {
        return company.profiles().of(sid, name.dataSource());
    }
}
