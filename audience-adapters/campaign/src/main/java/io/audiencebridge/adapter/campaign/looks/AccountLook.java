// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.ExternalAccount;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.integration.AccountReader;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Looks at the external accounts of the integration; reads no secret. */
public final class AccountLook {
    private static final String WHERE = " under Administration, Platform, External accounts";

    private final AccountReader accounts;

    /** Over the instance's accounts. */
    public AccountLook(AccountReader accounts) {
        this.accounts = accounts;
    }

    /** {@code installed} says whether the package is there that brings the accounts; without it a missing one is no finding of its own. */
    public Seq<CheckOutcome> look(Situation situation, boolean installed, Call call) {
        String name = situation.isExport() ? ExternalAccounts.EXPORT : ExternalAccounts.IMPORT;
        return Vector.of(ims(situation, installed, call)).appendAll(bucket(situation, name, installed, call));
    }

    private CheckOutcome ims(Situation situation, boolean installed, Call call) {
        Either<BridgeError, ExternalAccount> found = accounts.find(ExternalAccounts.EXPERIENCE_CLOUD, call);
        if (found.isLeft()) {
            return absent(Documented.IMS, situation, found.getLeft(), ExternalAccounts.EXPERIENCE_CLOUD, installed);
        }
        ExternalAccount account = found.get();
        String wrong = !account.active()
                ? "is not enabled"
                : account.organisation().isBlank()
                        ? "names no IMS organisation"
                        : account.imsServer().isBlank() ? "names no IMS server" : "";
        return wrong.isEmpty()
                ? situation.met(
                        Documented.IMS,
                        "External account '" + account.name() + "' is enabled, for organisation "
                                + account.organisation() + ".")
                : situation.found(
                        Documented.IMS,
                        situation.ofWorkflows(),
                        Certainty.SEEN,
                        "External account '" + account.name() + "' " + wrong + ".",
                        "Complete and enable '" + account.name() + "'" + WHERE + ".");
    }

    private Seq<CheckOutcome> bucket(Situation situation, String name, boolean installed, Call call) {
        Either<BridgeError, ExternalAccount> found = accounts.find(name, call);
        if (found.isLeft()) {
            return Vector.of(
                    absent(Documented.ACCOUNT, situation, found.getLeft(), name, installed),
                    situation.unseen(Documented.ACCOUNT_FIELDS, "External account '" + name + "' could not be read."));
        }
        ExternalAccount account = found.get();
        CheckOutcome enabled = account.active()
                ? situation.met(Documented.ACCOUNT, "External account '" + name + "' is enabled.")
                : situation.found(
                        Documented.ACCOUNT,
                        situation.ofWorkflows(),
                        Certainty.SEEN,
                        "External account '" + name + "' is not enabled, so that Campaign cannot reach the bucket.",
                        "Enable '" + name + "'" + WHERE + ".");
        return Vector.of(enabled).appendAll(fields(situation, account, call));
    }

    private Seq<CheckOutcome> fields(Situation situation, ExternalAccount account, Call call) {
        String subject = "External account '" + account.name() + "' ";
        String remedy = "Correct '" + account.name() + "'" + WHERE + ".";
        if (account.bucket().isEmpty()) {
            return Vector.of(wrong(situation, subject + server(account), remedy));
        }
        Either<BridgeError, Boolean> lacksKeys = accounts.lacksKeys(account, call);
        if (lacksKeys.contains(true)) {
            return Vector.of(wrong(situation, subject + "has no access key or no secret.", remedy));
        }
        if (account.bucket().get().region().isBlank()) {
            return Vector.of(situation.found(
                    Documented.ACCOUNT_FIELDS,
                    situation.isByWorkflows() ? Severity.WEAKENS : Severity.INFORMS,
                    Certainty.POSSIBLE,
                    subject + "names no region; buckets outside of us-east-1 refuse its signature.",
                    remedy));
        }
        return Vector.of(
                lacksKeys.isLeft()
                        ? situation.unseen(Documented.ACCOUNT_FIELDS, lacksKeys.getLeft())
                        : situation.met(
                                Documented.ACCOUNT_FIELDS,
                                subject + "leads to bucket '"
                                        + account.bucket().get().bucket()
                                        + "' and has its keys; whether S3 takes them only a run shows."));
    }

    private static CheckOutcome wrong(Situation situation, String seen, String remedy) {
        return situation.found(Documented.ACCOUNT_FIELDS, situation.ofWorkflows(), Certainty.SEEN, seen, remedy);
    }

    private static String server(ExternalAccount account) {
        if (account.server().isBlank()) {
            return "names no server.";
        }
        return "has the server '" + account.server() + "', which is "
                + (account.server().contains("demdex")
                        ? "an FTP host that can no longer be used."
                        : "no <bucket>.s3.amazonaws.com/<path>.");
    }

    private static CheckOutcome absent(
            Precondition precondition, Situation situation, BridgeError error, String name, boolean installed) {
        if (!(error instanceof BridgeError.NotFound)) {
            return situation.unseen(precondition, error);
        }
        return installed
                ? situation.found(
                        precondition,
                        situation.ofWorkflows(),
                        Certainty.SEEN,
                        "There is no external account '" + name + "', or the operator may not see it.",
                        "Make the external account '" + name + "'" + WHERE + ".")
                : situation.unseen(precondition, "The package that brings external account '" + name + "' is missing.");
    }
}
