// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import io.audiencebridge.sandbox.audiencemanager.InboundFile.Counter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;

/** Puts the rows of one file into the profiles. Source: audience-manager.md, sections 4.4 and 4.6, correction X4. */
final class InboundRows {
    /** Rows of one id in one file that count. Source: section 4.3; UNVERIFIED that the scope is the file. */
    private static final int ROWS_PER_ID = 200;

    private final InboundFile file;
    private final InboundName name;
    private final IdKind kind;
    private final boolean matching;
    private final IdTable ids;
    private final RowEffects effects;
    private final Instant at;
    private byte[] rowsOfId = new byte[1024];

    /**
     * Rows of a file.
     *
     * @param matching whether ids that were never synced are kept
     */
    InboundRows(Company company, InboundFile file, InboundName name, IdKind kind, boolean matching) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.matching = matching;
        this.ids = company.profiles().ids(name.dataSource());
        this.effects = new RowEffects(company, name, file.arrived());
        this.at = company.now();
    }

    void read(InputStream in) throws IOException {
        RowReader rows = new RowReader(in);
        while (rows.next()) {
            file.count(Counter.RECEIVED);
            if (rows.tooLong()) {
                file.count(Counter.DROPPED);
            } else {
                row(rows.bytes(), rows.from(), rows.to());
            }
        }
    }

    private void row(byte[] bytes, int from, int to) {
        int tab = find(bytes, from, to, '\t');
        boolean clears = name.overwrite() && tab == to && find(bytes, from, to, ' ') == to;
        if (tab == from || (tab == to && !clears) || find(bytes, Math.min(tab + 1, to), to, '\t') < to) {
            file.count(Counter.FORMAT_ERRORS);
            return;
        }
        RowEffect effect = effects.of(bytes, Math.min(tab + 1, to), to);
        if (!effect.sound() || (effect.bare() && !name.overwrite())) {
            file.count(Counter.FORMAT_ERRORS);
        } else if (!kind.fits(bytes, from, tab)) {
            file.count(kind == IdKind.DIGITS_38 ? Counter.INVALID_AAM_IDS : Counter.INVALID_DEVICE_IDS);
        } else if (!matching) {
            file.count(Counter.NO_MATCHING_AAM_IDS);
        } else {
            apply(effect, bytes, from, tab);
        }
    }

    private void apply(RowEffect effect, byte[] bytes, int from, int to) {
        file.add(Counter.SIGNALS, effect.signals());
        file.add(Counter.UNUSED_SIGNALS, effect.unused() ? 1 : 0);
        file.add(Counter.FAILED_VALIDATION, effect.failed());
        file.add(Counter.TOO_YOUNG, effect.tooYoung());
        if (effect.isNothing() && !(name.overwrite() && effect.bare())) {
            file.count(Counter.NO_TRAIT_REALIZED);
            return;
        }
        int id = ids.add(bytes, from, to);
        int rows = countRow(id);
        if (rows > ROWS_PER_ID) {
            file.count(Counter.DROPPED);
            return;
        }
        if (name.overwrite() && rows == 1) {
            clear(id, effect);
        }
        effect.adds().forEach(trait -> {
            trait.realize(id, at);
            file.count(Counter.REALIZED);
        });
        effect.removes().forEach(trait -> file.add(Counter.REMOVED, trait.remove(id) ? 1 : 0));
        file.count(Counter.STORED);
    }

    private void clear(int id, RowEffect effect) {
        for (Realizations trait : effects.owned()) {
            if (!effect.adds().contains(trait) && trait.remove(id)) {
                file.count(Counter.REMOVED);
            }
        }
    }

    private int countRow(int id) {
        if (id >= rowsOfId.length) {
            rowsOfId = Arrays.copyOf(rowsOfId, Math.max(id + 1, rowsOfId.length * 2));
        }
        int rows = rowsOfId[id] & 0xFF;
        if (rows <= ROWS_PER_ID) {
            rowsOfId[id]++;
            rows++;
        }
        return rows;
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
