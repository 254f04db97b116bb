// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.IdTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out what the items of a row do, in one file. Items that were seen before are not read again. */
final class RowEffects {
    private static final int MOST_REMEMBERED = 1 << 16;

    private final TargetTraits traits;
    private final boolean overwrite;
    private final boolean numbersAreTraits;
    private IdTable seen = new IdTable();
    private final List<RowEffect> effects = new ArrayList<>();

    /**
     * Effects of the rows of a file.
     *
     * @param numbersAreTraits whether a bare number is a trait, as in Oracle's layout, and not a signal
     */
    RowEffects(TargetTraits traits, boolean overwrite, boolean numbersAreTraits) {
        this.traits = traits;
        this.overwrite = overwrite;
        this.numbersAreTraits = numbersAreTraits;
    }

    RowEffect of(byte[] bytes, int from, int to) {
        int known = seen.add(bytes, from, to);
        if (known < effects.size()) {
            return effects.get(known);
        }
        RowEffect effect =
                effect(RowItems.read(new String(bytes, from, to - from, StandardCharsets.UTF_8), numbersAreTraits));
        effects.add(effect);
        if (effects.size() == MOST_REMEMBERED) {
            effects.clear();
            seen = new IdTable();
        }
        return effect;
    }

    private RowEffect effect(RowItems items) {
        Set<Long> adds = traits.realizedBy(items.signals());
        items.adds().stream().filter(traits::isLive).forEach(adds::add);
        Set<Long> removes = new HashSet<>();
        if (!overwrite) {
            items.removes().stream().filter(traits::isLive).forEach(removes::add);
        }
        int tooYoung = (int) items.adds().stream().filter(traits::isYoung).count();
        return new RowEffect(
                adds,
                removes,
                items.signals().count(),
                items.signals().unused(),
                failed(items.adds()) + failed(items.removes()),
                tooYoung,
                items.sound(),
                items.isEmpty());
    }

    private int failed(List<Long> sids) {
        return (int) sids.stream()
                .filter(sid -> !traits.isLive(sid) && !traits.isYoung(sid))
                .count();
    }
}
