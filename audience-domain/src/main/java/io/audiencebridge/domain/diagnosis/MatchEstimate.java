// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What follows for everybody from what was counted of some. With all recipients at hand, or looked up, members are a draw without putting back; with samples of both sides, pairs that met are
 * rare events of Poisson's kind.
 */
final class MatchEstimate {
    /** No list has more people. */
    private static final double EVERYBODY = 8.2e9;

    private final MatchCount count;
    private final OptionalLong members;
    private final OptionalLong recipients;
    private final double confidence;
    private final OptionalDouble membersShare;
    private final OptionalDouble peopleShare;

    /**
     * An estimate.
     *
     * @param members rows in all, if that is known
     * @param recipients people in all, if that is known
     * @param everybody whether every recipient who has a member's key was seen
     */
    MatchEstimate(
            MatchCount count, OptionalLong members, OptionalLong recipients, boolean everybody, double confidence) {
        this.count = count;
        this.members = members;
        this.recipients = recipients;
        this.confidence = confidence;
        this.membersShare = share(count.tried(), members);
        this.peopleShare = everybody ? OptionalDouble.of(1) : share(count.people(), recipients);
    }

    private static OptionalDouble share(long read, OptionalLong all) {
        return all.isPresent() && all.getAsLong() > 0
                ? OptionalDouble.of(Math.min(1, (double) read / all.getAsLong()))
                : OptionalDouble.empty();
    }

    /** The share of the recipients that was seen; empty where nobody knows. */
    OptionalDouble peopleShare() {
        return peopleShare;
    }

    /** The share of the members' rows that match. */
    Interval matchRate() {
        if (count.tried() == 0) {
            return members.equals(OptionalLong.of(0)) ? new Interval(0, 0, 0) : new Interval(0, 0, 1);
        }
        Interval seen = widened(
                Intervals.share(count.matched(), count.tried(), population(), confidence), count.spreadOfMembers());
        if (peopleShare.isEmpty()) {
            return new Interval(Math.max(0, seen.low()), seen.estimate(), 1);
        }
        return Intervals.within(peopleShare.getAsDouble() >= 1 ? seen : rateOfPairs(), 0, 1);
    }

    /** People whom the list would hold. */
    Interval listSize() {
        double seen = (double) count.hitPeople();
        double most = recipients.isPresent() ? (double) recipients.getAsLong() : EVERYBODY;
        if (membersShare.isEmpty() || peopleShare.isEmpty()) {
            return new Interval(seen, seen, most);
        }
        double seenMembers = membersShare.getAsDouble();
        double seenPeople = peopleShare.getAsDouble();
        if (seenMembers >= 1) {
            return Intervals.within(seenPeople >= 1 ? new Interval(seen, seen, seen) : ofPeople(), seen, most);
        }
        return Intervals.within(people(seenMembers), seen, most);
    }

    /** All members are at hand: each recipient is in or not. */
    private Interval ofPeople() {
        Interval share = widened(
                Intervals.share(count.hitPeople(), count.people(), recipients, confidence), count.spreadOfPeople());
        return Intervals.times(share, (double) recipients.orElse(0));
    }

    private Interval people(double seenMembers) {
        boolean severalKeys = severalKeys() > 0;
        double each = severalKeys ? (1 + confidence) / 2 : confidence;
        Interval links = links(seenMembers, each);
        if (!severalKeys) {
            return links;
        }
        double[] once = peopleALink(seenMembers, each);
        return new Interval(links.low() * once[0], links.estimate() * once[1], links.high() * once[2]);
    }

    /** Pairs of a member and a recipient in all. */
    private Interval links(double seenMembers, double level) {
        boolean oneEach = count.squaresByKey() == count.pairs();
        if (peopleShare.getAsDouble() >= 1 && oneEach) {
            Interval rate = widened(
                    Intervals.share(count.pairs(), count.tried(), population(), level), count.spreadOfMembers());
            return Intervals.times(rate, (double) members.orElse(0));
        }
        return Intervals.times(pairs(level), 1 / (seenMembers * peopleShare.getAsDouble()));
    }

    private Interval rateOfPairs() {
        double level = (1 + confidence) / 2;
        Interval sharers = sharers(level);
        Interval pairs = pairs(level);
        double all = count.tried() * peopleShare.getAsDouble();
        return new Interval(
                pairs.low() / all / (1 + sharers.high()),
                pairs.estimate() / all / (1 + sharers.estimate()),
                pairs.high() / all);
    }

    /** The pairs that were seen, and how many might as well have been. */
    private Interval pairs(double level) {
        double seenMembers = membersShare.orElse(0);
        double seenPeople = peopleShare.orElse(0);
        double squares = count.pairs()
                + (1 - seenMembers) * (count.squaresByKey() - count.pairs())
                + (1 - seenPeople) * (count.squaresByPerson() - count.pairs());
        Interval seen = Intervals.sum((double) count.pairs(), squares, (double) count.most(), level);
        double finite = Math.sqrt(Math.max(0, 1 - seenMembers * seenPeople));
        return Intervals.widened(seen, finite * Math.sqrt(Math.max(count.spreadOfMembers(), count.spreadOfPeople())));
    }

    /** How many other recipients share a recipient's key, on average. */
    private Interval sharers(double level) {
        if (count.keys() == 0) {
            return new Interval(0, 0, 0);
        }
        return Intervals.times(
                Intervals.sum((double) count.sharedKeys(), (double) count.sharedKeys(), 1, level),
                2 / (peopleShare.getAsDouble() * count.keys()));
    }

    /** Further keys of the recipients of the pairs seen. */
    private double severalKeys() {
        List<Long> links = count.linksByKeys();
        double further = 0;
        for (int keys = 2; keys < links.size(); keys++) {
            further += links.get(keys) * (keys - 1.0);
        }
        return further;
    }

    /**
     * How many people a pair stands for: 1 where nobody's other keys are members too, less where they are. How many of them are, is known by those that were seen; how they are spread
     * over people is not, so the ends allow for any way.
     */
    private double[] peopleALink(double seenMembers, double level) {
        Interval present = Intervals.within(
                Intervals.times(
                        Intervals.sum((double) count.twins(), (double) count.twins(), 1, level),
                        2 / (seenMembers * severalKeys())),
                0,
                1);
        List<Long> links = count.linksByKeys();
        double all = 0;
        double further = 0;
        double chance = 0;
        int most = 1;
        for (int keys = 1; keys < links.size(); keys++) {
            double many = links.get(keys);
            all += many;
            further += many * (keys - 1);
            chance += many * one(keys, present.estimate());
            most = many > 0 ? keys : most;
        }
        return new double[] {
            1 / (1 + present.high() * further / all), chance / all, 1 - present.low() * further / all / most
        };
    }

    /** The mean of 1/d, where d is 1 and as many of the other keys as chance makes members. */
    private static double one(int keys, double present) {
        return present < 1e-9 ? 1 : (1 - Math.pow(1 - present, keys)) / (keys * present);
    }

    private OptionalLong population() {
        return members.isPresent() ? OptionalLong.of(Math.max(members.getAsLong(), count.tried())) : members;
    }

    private static Interval widened(Interval interval, double spread) {
        return spread <= 1 ? interval : Intervals.widened(interval, Math.sqrt(spread));
    }
}
