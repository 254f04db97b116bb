// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.DcsCode;
import io.audiencebridge.adapter.audiencemanager.client.DcsNotice;
import io.audiencebridge.adapter.audiencemanager.dcs.IdDigests.Digest;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Ids that Audience Manager has put on its deny list, for ever: they are not sent again. Where an answer blocks one of several ids and does not say which,
 * each of them is a suspect, and is sent alone from then on until an answer decides. Safe for use by several threads. Source: Audience Manager, "ID
 * monitoring and deny-listing".
 */
final class DenyList {
    private final IdDigests digests;
    private final Remembered<Verdict> verdicts;

    DenyList(IdDigests digests, int most) {
        this.digests = digests;
        this.verdicts = new Remembered<>(most);
    }

    /** Which of these ids must not be sent, or not together. */
    synchronized Seq<Violation> refusals(Vector<SentId> ids) {
        return ids.flatMap(id -> refusal(id, ids.size()));
    }

    /** Learns from an answer. {@code quoted} is what the servers said in words, in which they may name the id. */
    synchronized void learn(Vector<SentId> ids, Seq<DcsNotice> notices, String quoted) {
        Vector<DcsCode> denials =
                notices.map(DcsNotice::code).filter(DcsCode::denies).toVector();
        if (denials.isEmpty()) {
            ids.filter(id -> ids.size() == 1).forEach(id -> verdicts.remove(digests.of(id)));
        }
        denials.forEach(code -> block(candidates(ids, code, quoted)));
    }

    private Vector<Violation> refusal(SentId id, int together) {
        Verdict verdict = verdicts.getOrDefault(digests.of(id), Verdict.FREE);
        return switch (verdict) {
            case BLOCKED ->
                Vector.of(new Violation(
                        id.subject(),
                        "Audience Manager has put this id on its deny list, for ever; never use it again"));
            case SUSPECT ->
                together == 1
                        ? Vector.empty()
                        : Vector.of(
                                new Violation(
                                        id.subject(),
                                        "Audience Manager has put one of several ids, this one among them, on its deny list; send it alone, so that the answer tells"));
            case FREE -> Vector.empty();
        };
    }

    private void block(Vector<SentId> candidates) {
        Verdict verdict = candidates.size() == 1 ? Verdict.BLOCKED : Verdict.SUSPECT;
        candidates.map(digests::of).forEach(digest -> worsen(digest, verdict));
    }

    private void worsen(Digest digest, Verdict verdict) {
        if (verdicts.get(digest) != Verdict.BLOCKED) {
            verdicts.put(digest, verdict);
        }
    }

    /** Those that the words name; else those of the kind that the code is about; else all. */
    private static Vector<SentId> candidates(Vector<SentId> ids, DcsCode code, String quoted) {
        Vector<SentId> named = ids.filter(id -> quoted.contains(id.id()));
        Vector<SentId> ofKind = ids.filter(id -> switch (code) {
            case BLOCKED_DEVICE -> id.device().isDefined();
            case BLOCKED_ID -> id.declared() && id.device().isEmpty();
            default -> true;
        });
        return Vector.of(named, ofKind).find(some -> !some.isEmpty()).getOrElse(ids);
    }

    private enum Verdict {
        FREE,
        SUSPECT,
        BLOCKED
    }
}
