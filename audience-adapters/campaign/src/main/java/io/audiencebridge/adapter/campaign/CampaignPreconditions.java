// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.integration.AccountReader;
import io.audiencebridge.adapter.campaign.integration.AmcDataSourceRecords;
import io.audiencebridge.adapter.campaign.integration.ServerClock;
import io.audiencebridge.adapter.campaign.integration.WorkflowLog;
import io.audiencebridge.adapter.campaign.integration.WorkflowReader;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.adapter.campaign.looks.AccountLook;
import io.audiencebridge.adapter.campaign.looks.DataSourceFields;
import io.audiencebridge.adapter.campaign.looks.DataSourceLook;
import io.audiencebridge.adapter.campaign.looks.Documented;
import io.audiencebridge.adapter.campaign.looks.ListLook;
import io.audiencebridge.adapter.campaign.looks.OptionLook;
import io.audiencebridge.adapter.campaign.looks.RecipientLook;
import io.audiencebridge.adapter.campaign.looks.SessionLook;
import io.audiencebridge.adapter.campaign.looks.Situation;
import io.audiencebridge.adapter.campaign.looks.VisitorLook;
import io.audiencebridge.adapter.campaign.looks.WorkflowLook;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Looks at everything that campaign.md names as needed on Campaign's side, by queries alone: sections 1.2, 1.5 to 1.8, 3.4 and 4.1. What only Campaign's own workflows need blocks by
 * their route alone.
 */
final class CampaignPreconditions implements Preconditions {
    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final RecipientKeys keys;
    private final ServerClock clock;

    CampaignPreconditions(
            CampaignSettings settings, CampaignSoap soap, RecipientLists lists, RecipientKeys keys, ServerClock clock) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call) {
        return clock.now(call)
                .flatMap(now -> session(call).map(session -> look(new Situation(order), session, now, call)))
                .flatMap(told -> call.check().map(open -> told));
    }

    /** None where a server lets the bridge in but does not tell who it is. */
    private Either<BridgeError, Option<SessionInfo>> session(Call call) {
        Either<BridgeError, SessionInfo> told = new Probes(soap).session(call);
        return told.isLeft() && told.getLeft() instanceof BridgeError.RejectedBySystem
                ? Either.right(Option.none())
                : told.map(Option::some);
    }

    private Seq<CheckOutcome> look(Situation situation, Option<SessionInfo> session, Instant now, Call call) {
        Vector<CheckOutcome> told = Vector.empty();
        if (situation.isOfIntegration()) {
            told = told.appendAll(new SessionLook().look(situation, session));
            told = told.appendAll(integration(situation, now, call));
        }
        ListLook look = new ListLook(lists);
        ListLook.Seen list = situation.isExport() ? look.exported(situation, call) : look.filled(situation, call);
        return told.appendAll(list.outcomes()).appendAll(people(situation, list.readable(), now, call));
    }

    /** The objects of Campaign's integration. */
    private Seq<CheckOutcome> integration(Situation situation, Instant now, Call call) {
        DataSource source = situation.dataSource().get();
        DataSourceLook records = DataSourceLook.read(
                new AmcDataSourceRecords(soap, settings.amcNames(), settings.visitorIdPath()),
                settings.amcNames().schema(),
                call);
        boolean installed = records.isInstalled();
        WorkflowLook workflows =
                new WorkflowLook(new WorkflowReader(soap), new WorkflowLog(soap), settings.exportWorkflow());
        Vector<CheckOutcome> told = Vector.of(records.installed(situation))
                .appendAll(new AccountLook(new AccountReader(soap)).look(situation, installed, call))
                .appendAll(records.there(situation, source.id()))
                .appendAll(fields(situation, records.one(source.id()), source))
                .appendAll(options(situation, source, call))
                .append(workflows.technical(situation, installed, now, call));
        return situation.isExport() ? told.append(workflows.exporting(situation, call)) : told;
    }

    private static Seq<CheckOutcome> fields(Situation situation, Option<AmcDataSource> theirs, DataSource ours) {
        CheckOutcome conditions = Documented.CONDITIONS.unseen(
                situation.order().connection(),
                "No call shows whether they were accepted; open the AMC data source and follow its link.");
        return theirs.map(source -> new DataSourceFields(situation, source, ours).look())
                .getOrElse(() -> Vector.of(Documented.DATA_SOURCE_FIELDS.unseen(
                        situation.order().connection(),
                        "No one AMC data source stands for data source " + ours.id() + ".")))
                .append(conditions);
    }

    private Seq<CheckOutcome> options(Situation situation, DataSource source, Call call) {
        return situation.isByVisitor()
                ? Vector.of(OptionLook.dataSource(situation, option(OptionLook.DATA_SOURCE, call), source.id()))
                : Vector.empty();
    }

    /** Those of the list, if one is exported; if its people cannot be read there is nothing to say of them. */
    private Seq<CheckOutcome> people(Situation situation, Option<CampaignList> list, Instant now, Call call) {
        VisitorLook visitors = new VisitorLook(
                soap, FieldPath.of(settings.visitorIdPath()).exists(path -> path.startsAt(ChangedRecipients.LOG_LINK)));
        Seq<CheckOutcome> told = situation.isByVisitor()
                ? visitors.look(situation, option(OptionLook.PURGE_DELAY, call), now, call)
                : situation.isOfIntegration() ? visitors.site(situation) : Vector.empty();
        if (situation.isExport() && list.isEmpty()) {
            return told;
        }
        RecipientLook recipients = new RecipientLook(soap);
        return told.appendAll(field(situation, recipients, list, call))
                .append(recipients.denied(
                        situation, Vector.ofAll(settings.optOutFlags()).distinct(), list, call));
    }

    private Seq<CheckOutcome> field(
            Situation situation, RecipientLook recipients, Option<CampaignList> list, Call call) {
        return situation
                .dataSource()
                .filter(source -> source.key() instanceof Declared)
                .map(source -> field(situation, recipients, source, list, call))
                .toVector();
    }

    private CheckOutcome field(
            Situation situation, RecipientLook recipients, DataSource source, Option<CampaignList> list, Call call) {
        Either<BridgeError, XPath> path = keys.path(source).map(FieldPath::path);
        return path.isRight()
                ? recipients.field(situation, path.get(), list, call)
                : Documented.KEY_FIELD.unseen(
                        situation.order().connection(), path.getLeft().message());
    }

    private OptionalLong option(String name, Call call) {
        return OptionLook.number(new InstanceOptions(soap).read(name, call).getOrElse(Option.none()));
    }
}
