// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Recipients' rows, of which those of people who opted out are marked so (SEMANTICS S23). As many readers as the source has. */
final class SuppressedRecipients implements KeySource {
    private final KeySource rows;
    private final Supplier<Worker> workers;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    private SuppressedRecipients(KeySource rows, Supplier<Worker> workers) {
        this.rows = rows;
        this.workers = workers;
    }

    /** The rows of {@code rows}, which it closes, their keys in stored form. Each reader has a check of its own. */
    static KeySource ofStored(KeySource rows, Supplier<SuppressionCheck> checks, ReconciliationKey key) {
        return new SuppressedRecipients(
                rows,
                () -> new Worker(
                        checks.get(),
                        KeyPacker.ofRecipients(key, false),
                        Option.some(KeyPacker.ofRecipients(key, true))));
    }

    /** The same, of keys that are packed already. */
    static KeySource ofPacked(KeySource rows, Supplier<SuppressionCheck> checks) {
        return new SuppressedRecipients(rows, () -> new Worker(checks.get(), KeyPacker.ofPacked(), Option.none()));
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.next().map(batch -> batch.map(this::marked));
    }

    @Override
    public int readers() {
        return rows.readers();
    }

    @Override
    public OptionalLong hashSeed() {
        return rows.hashSeed();
    }

    @Override
    public void close() {
        rows.close();
    }

    private TextKeys marked(TextKeys batch) {
        Worker free = idle.poll();
        Worker worker = free == null ? workers.get() : free;
        TextKeys marked = worker.marked(batch);
        idle.add(worker);
        return marked;
    }

    /** What one reader needs. */
    private static final class Worker {
        private final SuppressionCheck check;
        private final KeyPacker packer;
        private final Option<KeyPacker> fingerprints;
        private final BitSet out = new BitSet();

        /** Keys are asked for as {@code packer} packs them; {@code fingerprints} is how exports ask. */
        Worker(SuppressionCheck check, KeyPacker packer, Option<KeyPacker> fingerprints) {
            this.check = check;
            this.packer = packer;
            this.fingerprints = fingerprints;
        }

        TextKeys marked(TextKeys batch) {
            out.clear();
            for (int row = 0; row < batch.size(); row++) {
                boolean recipient = check.recipient(batch.recipientHigh(row), batch.recipientLow(row));
                boolean keyed = !batch.has(row, TextKeys.KEYLESS)
                        && packer.pack(batch.text(), batch.start(row), batch.end(row));
                if (keyed ? check.key(packer.high(), packer.low(), recipient) : recipient) {
                    out.set(row);
                }
                if (keyed && recipient) {
                    learn(batch, row);
                }
            }
            return out.isEmpty() ? batch : batch.marked(out, TextKeys.OPTED_OUT);
        }

        /** A key of somebody who opted out is remembered as exports ask for it, too. */
        private void learn(TextKeys batch, int row) {
            fingerprints
                    .filter(other -> other.pack(batch.text(), batch.start(row), batch.end(row)))
                    .forEach(other -> check.key(other.high(), other.low(), true));
        }
    }
}
