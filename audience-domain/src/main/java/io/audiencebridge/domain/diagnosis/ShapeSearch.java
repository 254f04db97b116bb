// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.NormalisedKey;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Recognises, by how they look, keys that no transformation can mend. */
final class ShapeSearch {
    /** What fewer of the rows show is not worth a word. */
    private static final double SMALLEST = 0.02;

    /** Of what nearly all rows show. */
    private static final double NEARLY_ALL = 0.6;

    /** Matches that should have been seen, before their lack means anything. */
    private static final double ENOUGH = 10;

    private final ReconciliationKey key;
    private final List<String> left;
    private final boolean nobodyMatched;
    private final int members;
    private final List<String> recipients;
    private final Gain gain;

    ShapeSearch(
            ReconciliationKey key,
            List<String> left,
            boolean nobodyMatched,
            int members,
            List<String> recipients,
            Gain gain) {
        this.key = key;
        this.left = left;
        this.nobodyMatched = nobodyMatched;
        this.members = members;
        this.recipients = recipients;
        this.gain = gain;
    }

    /** What was found before and what shapes tell besides. */
    List<NearMiss> addTo(List<NearMiss> before) {
        List<NearMiss> found = new ArrayList<>(before);
        scientific(found);
        lossy(found);
        undecipherable(found);
        if (left.isEmpty() || recipients.isEmpty()) {
            return List.copyOf(found);
        }
        if (found.isEmpty()) {
            anotherKey(found);
        }
        if (found.isEmpty() && nobodyMatched && gain.rows(1) >= ENOUGH && share(this::isValid) >= NEARLY_ALL) {
            strangers(found);
        }
        return List.copyOf(found);
    }

    private void scientific(List<NearMiss> found) {
        double ofMembers = share(one -> KeyShape.of(one) == KeyShape.SCIENTIFIC);
        if (ofMembers >= SMALLEST) {
            found.add(miss(
                    "scientific-notation",
                    "The audience's ids are numbers in scientific notation, as a spreadsheet writes long ones; most of their digits are lost.",
                    "Export the ids again, as text: what is lost cannot be computed.",
                    Certainty.LIKELY,
                    upTo(ofMembers)));
        }
        double ofRecipients = KeyShape.SCIENTIFIC.shareOf(recipients);
        if (ofRecipients >= SMALLEST) {
            found.add(miss(
                    "scientific-notation",
                    "The recipients' field holds numbers in scientific notation, as a spreadsheet writes long ones; most of their digits are lost.",
                    "Load the ids again, as text: what is lost cannot be computed.",
                    Certainty.LIKELY,
                    upTo((double) left.size() / Math.max(1, members))));
        }
    }

    /** A spreadsheet's fifteen digits cannot be mended, but the other side shows whose they were. */
    private void lossy(List<NearMiss> found) {
        double ofMembers = share(Rewritings::isLossy);
        if (ofMembers >= SMALLEST) {
            Set<String> kept = new HashSet<>();
            recipients.forEach(one -> kept.add(Rewritings.kept(wire(one))));
            long confirmed = left.stream()
                    .filter(one -> !Rewritings.keptOfLossy(one).isEmpty() && kept.contains(Rewritings.keptOfLossy(one)))
                    .count();
            found.add(miss(
                    "spreadsheet-precision",
                    "The audience's ids have 15 digits and then zeros: a spreadsheet rounded them"
                            + (confirmed > 0 ? ", and those digits are the recipients'." : "."),
                    "Export the ids again, as text: what is lost cannot be computed.",
                    Certainty.LIKELY,
                    confirmed > 0 ? gain.with(confirmed) : upTo(ofMembers)));
        }
        double ofRecipients = shareOf(recipients, Rewritings::isLossy);
        if (ofRecipients >= SMALLEST) {
            Set<String> kept = new HashSet<>();
            recipients.forEach(one -> kept.add(Rewritings.keptOfLossy(one)));
            kept.remove("");
            long confirmed = left.stream()
                    .filter(one -> kept.contains(Rewritings.kept(one)))
                    .count();
            found.add(miss(
                    "spreadsheet-precision",
                    "The recipients' field has numbers of 15 digits and then zeros: a spreadsheet rounded them"
                            + (confirmed > 0 ? ", and those digits are the audience's." : "."),
                    "Load the ids again, as text: what is lost cannot be computed.",
                    Certainty.LIKELY,
                    confirmed > 0 ? gain.with(confirmed) : upTo((double) left.size() / Math.max(1, members))));
        }
    }

    private void undecipherable(List<NearMiss> found) {
        if (!(key instanceof Declared declared)
                || declared.wire() != KeyForm.ENCRYPTED
                || declared.cipher().isEmpty()
                || !found.isEmpty()) {
            return;
        }
        double share = share(one -> isValid(one)
                && declared.cipher().map(cipher -> cipher.decrypt(one).isLeft()).orElse(false));
        if (share >= NEARLY_ALL) {
            found.add(miss(
                    "undecipherable",
                    "The audience's ids look encrypted and cannot be decrypted with the bridge's key and vector.",
                    "Compare key and initialisation vector of both sides with Campaign's.",
                    Certainty.LIKELY,
                    upTo(share)));
        }
    }

    private void anotherKey(List<NearMiss> found) {
        KeyShape ofMembers = KeyShape.ofMost(left);
        boolean refused = shareOf(recipients, one -> !wire(one).isEmpty()) < 1 - NEARLY_ALL;
        KeyShape ofRecipients = KeyShape.ofMost(
                refused ? recipients : recipients.stream().map(this::wire).toList());
        boolean differ = ofMembers != ofRecipients && ofMembers != KeyShape.OTHER && ofRecipients != KeyShape.OTHER;
        if (nobodyMatched && (differ || refused || share(this::isValid) < 1 - NEARLY_ALL)) {
            found.add(miss(
                    "another-key",
                    "The audience's ids are " + ofMembers.told() + ", and the recipients' are " + ofRecipients.told()
                            + (refused ? ", which cannot travel" : " as they would travel")
                            + ": they are ids of another kind.",
                    "Compare the data source and the destination's row template with the data source's reconciliation key in Campaign.",
                    Certainty.LIKELY,
                    new Interval(gain.before().low(), gain.before().estimate(), 1)));
        }
    }

    private void strangers(List<NearMiss> found) {
        Interval any = new Interval(gain.before().low(), gain.before().estimate(), 1);
        if (!(key instanceof Declared)) {
            found.add(miss(
                    "aam-uuids",
                    "The audience's ids and the recipients' are both well-formed and have not one in common; Audience Manager's own UUIDs have 38 digits too, and its default row carries them.",
                    "Have the destination's row template carry <MCID>, the Experience Cloud id, and import again.",
                    Certainty.POSSIBLE,
                    any));
        }
        found.add(miss(
                "other-organisation",
                "The audience's ids and the recipients' are both well-formed and have not one in common; ids of another organisation, or of another data source of the same form, would look like that.",
                "Compare the organisation and the data source of the audience with Campaign's.",
                Certainty.POSSIBLE,
                any));
    }

    private boolean isValid(String member) {
        return !NormalisedKey.translated(KeyTranslator.checkingWire(key), member)
                .isEmpty();
    }

    private String wire(String stored) {
        return NormalisedKey.translated(KeyTranslator.storedToWire(key), stored);
    }

    /** The share of all rows that are left and are like that. */
    private double share(Predicate<String> like) {
        return members == 0 ? 0 : (double) left.stream().filter(like).count() / members;
    }

    private static double shareOf(List<String> keys, Predicate<String> like) {
        return keys.isEmpty() ? 0 : (double) keys.stream().filter(like).count() / keys.size();
    }

    /** Some of that share would match. */
    private Interval upTo(double share) {
        return gain.with(new Interval(0, share * 0.5, share));
    }

    private static NearMiss miss(String name, String seen, String remedy, Certainty certainty, Interval rate) {
        return new NearMiss(name, seen, remedy, certainty, rate);
    }
}
