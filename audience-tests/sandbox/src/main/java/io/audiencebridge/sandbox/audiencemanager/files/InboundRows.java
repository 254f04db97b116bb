// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.InboundFile.Counter;
import io.audiencebridge.sandbox.audiencemanager.profiles.ProfileStore;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what the rows of one file of traits change. Source: audience-manager.md, sections 4.4 to 4.6, correction X4. */
final class InboundRows {
    /** UNVERIFIED: how Oracle's rows call an Android id; only {@code idfa} stands in a sample. */
    private static final Map<String, Long> ORACLE_TYPES =
            Map.of("idfa", 20915L, "gaid", 20914L, "aaid", 20914L, "android", 20914L);

    private final Profiles profiles;
    private final InboundFile file;
    private final InboundName.Data name;
    private final ProfileStore store;
    private final RowEffects effects;
    private final Set<Long> cleared;
    private final Changes changes;
    private @Nullable RowIds ids;

    /**
     * Rows of a file.
     *
     * @param cleared the traits that an overwrite takes from whoever is in it
     */
    InboundRows(
            Profiles profiles,
            InboundFile file,
            InboundName.Data name,
            RowEffects effects,
            Set<Long> cleared,
            Changes changes) {
        this.profiles = profiles;
        this.file = file;
        this.name = name;
        this.store = profiles.store(name.dataSource());
        this.effects = effects;
        this.cleared = cleared;
        this.changes = changes;
        this.ids = name.oracle() ? null : new RowIds(profiles, name.dataSource());
    }

    void read(InputStream in) throws IOException {
        RowReader rows = new RowReader(in);
        while (rows.next()) {
            file.count(Counter.RECEIVED);
            if (rows.tooLong()) {
                file.count(Counter.DROPPED);
            } else {
                file.count(Counter.PROCESSED);
                row(rows.bytes(), rows.from(), rows.to());
            }
        }
    }

    private void row(byte[] bytes, int from, int to) {
        int start = name.oracle() ? afterType(bytes, from, to) : from;
        int tab = find(bytes, start, to, '\t');
        boolean clears = name.overwrite() && tab == to && find(bytes, start, to, ' ') == to;
        RowIds of = ids;
        if (of == null || tab == start || (tab == to && !clears) || find(bytes, Math.min(tab + 1, to), to, '\t') < to) {
            file.error(Counter.FORMAT_ERRORS, bytes, from, to);
            return;
        }
        RowEffect effect = effects.of(bytes, Math.min(tab + 1, to), to);
        Optional<Counter> error = error(of, effect, bytes, start, tab);
        if (error.isPresent()) {
            file.error(error.get(), bytes, from, to);
            return;
        }
        apply(of, of.find(bytes, start, tab), effect, bytes, from, to);
    }

    /** Where the id begins in one of Oracle's rows: a file holds one kind of ids, that of its first row. */
    private int afterType(byte[] bytes, int from, int to) {
        int tab = find(bytes, from, to, '\t');
        String type = new String(bytes, from, tab - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        Long source = ORACLE_TYPES.get(type);
        if (ids == null && source != null) {
            ids = new RowIds(profiles, source);
        }
        boolean fits = ids != null && source != null && source == ids.dataSource();
        return fits ? Math.min(tab + 1, to) : to;
    }

    private Optional<Counter> error(RowIds of, RowEffect effect, byte[] bytes, int from, int to) {
        if (!effect.sound() || (effect.bare() && !name.overwrite())) {
            return Optional.of(Counter.FORMAT_ERRORS);
        }
        Optional<Counter> wrong = of.error(bytes, from, to);
        return wrong.isPresent() || of.find(bytes, from, to) >= 0 ? wrong : Optional.of(Counter.NO_MATCHING_AAM_IDS);
    }

    private void apply(RowIds of, int id, RowEffect effect, byte[] bytes, int from, int to) {
        file.add(Counter.SIGNALS, effect.signals());
        file.add(Counter.UNUSED_SIGNALS, effect.unused());
        file.add(Counter.FAILED_VALIDATION, effect.failed());
        file.add(Counter.USERS_FAILED_VALIDATION, effect.failed() > 0 ? 1 : 0);
        file.add(Counter.TOO_YOUNG, effect.tooYoung());
        if (effect.isNothing() && !(name.overwrite() && effect.bare())) {
            file.error(Counter.NO_TRAIT_REALIZED, bytes, from, to);
            return;
        }
        int rows = of.countRow(id);
        if (rows > RowIds.ROWS_PER_ID) {
            file.count(Counter.DROPPED);
            file.add(Counter.PROCESSED, -1);
            return;
        }
        of.profiles(id, profile -> change(profile, effect, rows == 1));
        file.count(Counter.STORED);
    }

    private void change(int profile, RowEffect effect, boolean first) {
        file.add(Counter.DEVICES, first ? 1 : 0);
        if (store.isOptedOut(profile)) {
            return;
        }
        if (name.overwrite() && first) {
            clear(profile, effect.adds());
        }
        for (long trait : effect.adds()) {
            changes.add(profile, trait);
            file.count(Counter.REALIZED);
        }
        for (long trait : effect.removes()) {
            remove(profile, trait);
        }
    }

    private void remove(int profile, long trait) {
        if (changes.remove(profile, trait)) {
            file.count(Counter.REMOVED);
        }
    }

    private void clear(int profile, Set<Long> kept) {
        for (long trait : cleared) {
            if (!kept.contains(trait)) {
                remove(profile, trait);
            }
        }
    }

    /** Where the byte is, or {@code to}. */
    private static int find(byte[] bytes, int from, int to, char wanted) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
