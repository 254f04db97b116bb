// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Looks at the visitor ids in tracking logs, as far as clicks tell of tracking domain and ID service (SEMANTICS S10). Only for sharing by visitor id: a declared id needs no click.
 */
public final class VisitorLook {
    private static final int SAMPLE = 1_000;
    private static final Duration SOON = Duration.ofDays(30);

    private final PeopleQueries people;
    private final boolean atLogs;

    /** {@code atLogs} says whether visitor ids stand where Campaign puts them, at tracking logs. */
    public VisitorLook(CampaignSoap soap, boolean atLogs) {
        this.people = new PeopleQueries(soap);
        this.atLogs = atLogs;
    }

    /** What no call shows, whatever the kind of id. */
    public Seq<CheckOutcome> site(Situation situation) {
        return Vector.of(
                situation.unseen(
                        Documented.TRACKING,
                        "No call shows the redirection's configuration, and no visitor id is needed here; look at IMSOrgId in serverConf.xml."),
                situation.unseen(
                        Documented.ID_SERVICE,
                        "No call shows the web site; look there for the visitor ID service and its call of the customer-id setter with the integration code."),
                oneDomain(situation));
    }

    private static CheckOutcome oneDomain(Situation situation) {
        return situation.unseen(
                Documented.ONE_DOMAIN, "No call shows the domains of the web sites; ask whoever keeps them.");
    }

    /**
     * The logs.
     *
     * @param purgeDays after how many days they are purged, if the instance tells
     * @param now by Campaign's own clock
     */
    public Seq<CheckOutcome> look(Situation situation, OptionalLong purgeDays, Instant now, Call call) {
        if (!atLogs) {
            return site(situation);
        }
        Either<BridgeError, Long> logs = people.logs(call);
        Either<BridgeError, SourceCount> newest = logs.flatMap(all -> people.sources(true, SAMPLE, call));
        if (newest.isLeft()) {
            return site(situation).append(situation.unseen(Documented.CLICKS, newest.getLeft()));
        }
        if (logs.get() == 0) {
            return site(situation).append(noClicks(situation, purgeDays));
        }
        return sources(situation, logs.get(), newest.get(), call)
                .append(oneDomain(situation))
                .append(decay(situation, logs.get(), purgeDays, now, call));
    }

    private static CheckOutcome noClicks(Situation situation, OptionalLong purgeDays) {
        String purge = purgeDays.isPresent()
                ? "logs are purged after " + purgeDays.getAsLong() + " days"
                : "logs are purged after 180 days where nothing else is set";
        return situation.found(
                Documented.CLICKS,
                Severity.BLOCKS,
                Certainty.SEEN,
                "There is no tracking log, so that no recipient has a visitor id: nobody clicked, or what there was is gone ("
                        + purge + ").",
                "Send an e-mail with tracked links, and look whether clicks are logged and for how long they are kept.");
    }

    private Seq<CheckOutcome> sources(Situation situation, long logs, SourceCount newest, Call call) {
        Option<SourceCount> oldest = newest.visitors() > 0 || logs <= newest.read()
                ? Option.none()
                : people.sources(false, SAMPLE, call).toOption();
        long visitors = newest.visitors() + oldest.map(SourceCount::visitors).getOrElse(0L);
        long read = newest.read() + oldest.map(SourceCount::read).getOrElse(0L);
        String seen = "Of " + read + " of " + logs + " tracking logs, " + visitors + " hold an Experience Cloud id and "
                + (newest.others() + oldest.map(SourceCount::others).getOrElse(0L))
                + " another value, such as an old cookie's.";
        return visitors == 0 ? strangers(situation, seen) : told(situation, seen, newest);
    }

    /** Nobody is linked: what clicks leave is what tracking leaves without the visitor ID service's cookie. */
    private static Seq<CheckOutcome> strangers(Situation situation, String seen) {
        return Vector.of(
                situation.found(
                        Documented.TRACKING,
                        Severity.BLOCKS,
                        Certainty.LIKELY,
                        seen,
                        "Put the tracking server in the web site's domain (CNAME), and enter IMSOrgId in the redirection of serverConf.xml."),
                situation.unseen(
                        Documented.ID_SERVICE,
                        "As long as tracking sees no visitor, nothing shows whether the ID service is on the site; look at the site."),
                situation.found(
                        Documented.OLD_COOKIES,
                        Severity.INFORMS,
                        Certainty.LIKELY,
                        seen,
                        "Nothing is to be done about old values; they are no visitor ids and are left out."));
    }

    private static Seq<CheckOutcome> told(Situation situation, String seen, SourceCount newest) {
        CheckOutcome cookies = newest.others() == 0
                ? situation.met(Documented.OLD_COOKIES, "The newest tracking logs hold no old cookie values.")
                : situation.found(
                        Documented.OLD_COOKIES,
                        newest.others() > newest.visitors() ? Severity.WEAKENS : Severity.INFORMS,
                        Certainty.SEEN,
                        seen,
                        "Let every tracking domain be one of the web site's, so that new clicks bring Experience Cloud ids.");
        return Vector.of(
                situation.met(Documented.TRACKING, "Clicks bring Experience Cloud ids, so tracking sees visitors."),
                situation.met(Documented.ID_SERVICE, "Clicks bring Experience Cloud ids, which the ID service gives."),
                situation.met(Documented.CLICKS, seen),
                cookies);
    }

    private CheckOutcome decay(Situation situation, long logs, OptionalLong purgeDays, Instant now, Call call) {
        if (purgeDays.isEmpty()) {
            return situation.unseen(
                    Documented.PURGE,
                    "The option NmsCleanup_TrackingLogPurgeDelay is not set or cannot be read; look for the delay in the deployment wizard.");
        }
        Duration kept = Duration.ofDays(purgeDays.getAsLong());
        Either<BridgeError, Long> going = people.logsBefore(now.minus(kept).plus(SOON), call);
        if (going.isLeft()) {
            return situation.unseen(Documented.PURGE, going.getLeft());
        }
        boolean all = going.get() >= logs;
        return situation.found(
                Documented.PURGE,
                all ? Severity.WEAKENS : Severity.INFORMS,
                Certainty.SEEN,
                "Tracking logs are kept for " + purgeDays.getAsLong() + " days; " + going.get() + " of " + logs
                        + " go within 30 days, and with them the visitors they name.",
                all
                        ? "Send e-mails that people click before the logs go, or keep the logs for longer."
                        : "Nothing is to be done as long as people click; keep logs for longer to lose fewer matches.");
    }
}
