// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.BucketPlace;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.ExternalAccount;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.StoredSecret;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** External accounts; no column that holds a secret is among those that are read. */
public final class AccountReader implements ExternalAccounts {
    private static final String SCHEMA = "nms:extAccount";
    private static final Vector<XPath> COLUMNS = Vector.of(
                    "@id",
                    "@name",
                    "@label",
                    "@active",
                    "@type",
                    "@server",
                    "@awsRegion",
                    "@useServerSideEncryption",
                    "@imsServer",
                    "@imsOrgId",
                    "@lastModified")
            .map(XPath::of);

    private final CampaignSoap soap;

    /** Reads those of the instance behind {@code soap}. */
    public AccountReader(CampaignSoap soap) {
        this.soap = soap;
    }

    @Override
    public Either<BridgeError, Seq<ExternalAccount>> all(CallOptions options) {
        return with(options).read(Vector.empty(), options.begin());
    }

    @Override
    public Either<BridgeError, ExternalAccount> find(String account, CallOptions options) {
        return with(options).find(account, options.begin());
    }

    @Override
    public Either<BridgeError, Secret> storedSecret(String account, StoredSecret which, CallOptions options) {
        String column = "@" + which.attribute();
        return sound(account)
                .flatMap(name -> Records.of(
                        soap.with(options),
                        Records.on(SCHEMA, Vector.of(Records.ID, XPath.of(column)))
                                .conditions(Vector.of(Records.named(name, "name")))
                                .build(),
                        row -> Secret.of(row.text(which.attribute())),
                        options.begin()))
                .flatMap(found -> found.headOption()
                        .filter(secret -> !secret.isEmpty())
                        .toEither(() -> BridgeError.NotFound.of("There is no external account '" + account
                                + "' with a value at " + column + ", or the operator may not see it")));
    }

    /** The account of that id or internal name. */
    public Either<BridgeError, ExternalAccount> find(String account, Call call) {
        return sound(account)
                .flatMap(name -> read(Vector.of(Records.named(name, "name")), call))
                .flatMap(found -> found.headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no external account '" + account
                                + "', or the operator may not see it; look under Administration, Platform,"
                                + " External accounts")));
    }

    /** Whether the account lacks its access key or its secret; neither is read. */
    public Either<BridgeError, Boolean> lacksKeys(ExternalAccount account, Call call) {
        Condition lacking =
                Condition.or(Condition.isEmpty(XPath.of("@awsKey")), Condition.isEmpty(XPath.of("@awsSecret")));
        return soap.count(
                        Query.on(SCHEMA)
                                .conditions(Vector.of(Records.named(account.name(), "name"), lacking))
                                .build(),
                        call)
                .map(count -> count > 0);
    }

    private AccountReader with(CallOptions options) {
        return new AccountReader(soap.with(options));
    }

    private Either<BridgeError, Seq<ExternalAccount>> read(Vector<Condition> conditions, Call call) {
        return Records.of(
                soap, Records.on(SCHEMA, COLUMNS).conditions(conditions).build(), AccountReader::account, call);
    }

    private static Either<BridgeError, String> sound(String account) {
        return WorkflowReader.isName(account)
                ? Either.right(account)
                : Either.left(BridgeError.InvalidRequest.of(
                        "account", "'" + account + "' is neither the id nor the internal name of an external account"));
    }

    private static ExternalAccount account(Row row) {
        return ExternalAccount.builder()
                .id(row.text("id"))
                .name(row.text("name"))
                .label(row.text("label"))
                .active(row.isTrue("active"))
                .type((int) Records.number(row, "type"))
                .server(row.text("server"))
                .bucket(BucketPlace.parse(row.text("server"), row.text("awsRegion")))
                .serverSideEncryption(row.isTrue("useServerSideEncryption"))
                .imsServer(row.text("imsServer"))
                .organisation(row.text("imsOrgId"))
                .modified(Records.instant(row, "lastModified"))
                .build();
    }
}
