// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.BridgeError.AccessDenied;
import io.audiencebridge.domain.error.BridgeError.Cancelled;
import io.audiencebridge.domain.error.BridgeError.Conflict;
import io.audiencebridge.domain.error.BridgeError.DeadlineExceeded;
import io.audiencebridge.domain.error.BridgeError.InvalidRequest;
import io.audiencebridge.domain.error.BridgeError.LocalFailure;
import io.audiencebridge.domain.error.BridgeError.NotFound;
import io.audiencebridge.domain.error.BridgeError.OutcomeUnknown;
import io.audiencebridge.domain.error.BridgeError.ProtocolBreach;
import io.audiencebridge.domain.error.BridgeError.RejectedBySystem;
import io.audiencebridge.domain.error.BridgeError.Throttled;
import io.audiencebridge.domain.error.BridgeError.Unavailable;
import io.audiencebridge.domain.error.BridgeError.Unbalanced;
import io.audiencebridge.sdk.ErrorTexts.Entry;
import java.util.List;

/** What the catalogue says of each error beyond its Javadoc. Total by construction: a new variant does not compile until it has a text here. */
final class ErrorTexts implements BridgeError.Cases<Entry> {
    /**
     * One error.
     *
     * @param causes where it comes from most often
     * @param remedy what to do
     * @param examples parts of messages, as the sources have them
     */
    record Entry(List<String> causes, List<String> remedy, List<String> examples) {}

    @Override
    public Entry invalidRequest(InvalidRequest error) {
        return new Entry(
                List.of(
                        "a setting or a field of a request is missing, out of range, or contradicts another one; all mistakes are told at once",
                        "an id in an argument is none: a visitor id without 38 digits, upper-case hex, a plain e-mail where hashes travel",
                        "a part is needed that is not on the class path, such as a codec, an engine or a report writer"),
                List.of(
                        "read `violations()`: each names a field and says what to do with it",
                        "correct the request and make it anew; nothing was sent and nothing was changed"),
                List.of("A list needs a label; give one", "; add audience-adapter-reports"));
    }

    @Override
    public Entry notFound(NotFound error) {
        return new Entry(
                List.of(
                        "the list, audience, data source, workflow, run or file was deleted, renamed, or never was there",
                        "it is there, and the account may not see it: systems answer both alike",
                        "an address leads to another instance or company"),
                List.of(
                        "look it up with `browse(...)` or `runs(...)`, under the same account",
                        "where it is to be seen in the system's own pages and not here, give the account the right to see it"),
                List.of(" is not in this journal; check the run's id and the bridge's home folder"));
    }

    @Override
    public Entry accessDenied(AccessDenied error) {
        return new Entry(
                List.of(
                        "credentials are wrong, expired, or of another organisation",
                        "the technical account lacks a product profile, a role or a named right",
                        "a new credential of Audience Manager that no administrator has put into a group"),
                List.of(
                        "follow the message: it names the credential or the right, and where it is given",
                        "run `diagnose(...)`, whose first stages are sign-in and roles",
                        "repeat once the right was given; waiting alone does not help"),
                List.of("check the credentials and their validity", "; give the account rights to the folder"));
    }

    @Override
    public Entry conflict(Conflict error) {
        return new Entry(
                List.of(
                        "another run, perhaps of another process, works on the same audience, list or run",
                        "a name or integration code belongs to something that is not ours",
                        "a change without the state that it is a change of, such as an increment without a full delivery"),
                List.of(
                        "if the message names a holder and a time, wait until then, or end that process and resume",
                        "else choose another name, or do what the message says with the thing in the way"),
                List.of("No complete export of the audience is there"));
    }

    @Override
    public Entry throttled(Throttled error) {
        return new Entry(
                List.of(
                        "the system answered 429, or said in another way that it wants a pause",
                        "our own limiter held the call back, since the system blocks for ever what calls too often"),
                List.of(
                        "wait `pause()` and resume the run; the transport has repeated as often as its settings allow",
                        "lower the rate in the settings of the connection, or spread the work"),
                List.of(" has asked for a pause; wait "));
    }

    @Override
    public Entry unavailable(Unavailable error) {
        return new Entry(
                List.of(
                        "the system is down, being upgraded, or answers 5xx",
                        "host, port, name, proxy or certificate do not lead there"),
                List.of(
                        "wait `pause()` and resume the run: it goes on where it stood",
                        "if it lasts, check address and network from the same machine"),
                List.of("the system is out of order; repeat later"));
    }

    @Override
    public Entry rejectedBySystem(RejectedBySystem error) {
        return new Entry(
                List.of(
                        "a rule of the system's own forbids what was asked, such as a limit, a missing method of an old build, a stopped workflow",
                        "a file was refused as a whole"),
                List.of(
                        "look up `incident().codes()` in the system's documents, and its own log",
                        "mend the cause in the system; then resume the run, or ask for less"),
                List.of("' is paused; start it in Campaign, then resume the run"));
    }

    @Override
    public Entry protocolBreach(ProtocolBreach error) {
        return new Entry(
                List.of(
                        "the answer is not what the system's documents describe: a page for people, a redirect, a damaged or cut file",
                        "something in between answers in its place: a proxy, a portal, a wrong address",
                        "a part of the bridge, perhaps an adapter of your own, threw an exception"),
                List.of(
                        "check that the address is that of the service and not of its user interface",
                        "if it is, report it with the correlation id; nothing was changed because of the answer"),
                List.of("redirects are not followed; correct the address", "; report it with the correlation id"));
    }

    @Override
    public Entry outcomeUnknown(OutcomeUnknown error) {
        return new Entry(
                List.of("the line was lost after a call that changes something was sent, and before its answer came"),
                List.of(
                        "look where `lookAt()` says; do not just repeat, or it may happen twice",
                        "a run does this by itself: `resume(run)` looks first and goes on from what it finds"),
                List.of("it may or may not have happened; look there before a repeat"));
    }

    @Override
    public Entry deadlineExceeded(DeadlineExceeded error) {
        return new Entry(
                List.of(
                        "the call's time was shorter than the work, or a system was slow",
                        "earlier calls that had to come first took the time"),
                List.of(
                        "resume the run: what was done stays done",
                        "allow more time, or use `start(...)` and look later"),
                List.of("The call's time was up; resume the run or allow more time"));
    }

    @Override
    public Entry cancelled(Cancelled error) {
        return new Entry(
                List.of("the call was cancelled, its thread was interrupted, or the bridge was closed"),
                List.of("nothing is wrong; resume the run to go on, in this process or another"),
                List.of("; resume the run to go on"));
    }

    @Override
    public Entry localFailure(LocalFailure error) {
        return new Entry(
                List.of(
                        "a disk is full, a folder cannot be written, a file of the home folder is damaged",
                        "a key or certificate on this machine cannot be read or is not trusted",
                        "an engine needs more memory or disk than it may take"),
                List.of(
                        "mend what the message names on this machine, then resume the run",
                        "a damaged file of the home folder comes back from a backup, or is given up as the message describes"),
                List.of("; restore it from a backup, or members of that run will be shared again"));
    }

    @Override
    public Entry unbalanced(Unbalanced error) {
        return new Entry(
                List.of("a defect: people were read who are in no bucket of the tally, or in two"),
                List.of(
                        "report it with the run's id; the message holds the counts and nobody's id",
                        "nothing is shown as success: what was not written yet stays unwritten"),
                List.of("; the run fails. Report this as a defect with the run's id"));
    }
}
