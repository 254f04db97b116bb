// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.client.CampaignListener;
import io.audiencebridge.adapter.campaign.client.FileContent;
import io.audiencebridge.adapter.campaign.client.MessageQueue;
import io.audiencebridge.adapter.campaign.client.OptionValue;
import io.audiencebridge.adapter.campaign.client.ServerFile;
import io.audiencebridge.adapter.campaign.client.ServerStatus;
import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Observers;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The generic door of one connection. */
final class GenericClient implements CampaignClient {
    private static final SoapMethod SERVER_TIME = SoapMethod.of("xtk:session", "GetServerTime")
            .out("time", SoapType.DATE_TIME)
            .idempotent(true)
            .build();

    private final CampaignSoap soap;
    private final Observers observers;
    private volatile @Nullable SessionInfo told;

    GenericClient(CampaignSoap soap, Observers observers) {
        this.soap = soap;
        this.observers = observers;
    }

    @Override
    public Either<BridgeError, SoapOutputs> call(SoapMethod method, CallOptions options) {
        return soap.with(options).call(method, options.begin());
    }

    @Override
    public Either<BridgeError, Option<OptionValue>> option(String name, CallOptions options) {
        return new InstanceOptions(soap.with(options)).read(name, options.begin());
    }

    @Override
    public Either<BridgeError, Option<OptionValue>> setOption(String name, OptionValue value, CallOptions options) {
        return new InstanceOptions(soap.with(options)).write(name, value, options.begin());
    }

    @Override
    public Either<BridgeError, Instant> serverTime(CallOptions options) {
        Call call = options.begin();
        return soap.with(options)
                .call(SERVER_TIME, call)
                .flatMap(outputs -> outputs.value(0, SoapType.DATE_TIME)
                        .toEither(() -> new BridgeError.ProtocolBreach(
                                "Campaign gave no time; check that the address is that of the instance itself",
                                Incident.at(SystemId.CAMPAIGN, call.correlationId()))));
    }

    /** The logon's word is the freshest; without one, what was fetched stays as long as the connection. */
    @Override
    public Either<BridgeError, SessionInfo> session(CallOptions options) {
        CampaignSoap line = soap.with(options);
        Call call = options.begin();
        return line.logonInfo(call).flatMap(info -> info.isDefined() ? Either.right(info.get()) : fetched(line, call));
    }

    @Override
    public Either<BridgeError, ServerStatus> status(CallOptions options) {
        return new Probes(soap.with(options)).status(options.begin());
    }

    @Override
    public Either<BridgeError, MessageQueue> messageQueue(CallOptions options) {
        return new Probes(soap.with(options)).messageQueue(options.begin());
    }

    @Override
    public Either<BridgeError, ServerFile> upload(FileContent file, CallOptions options) {
        return new ServerFiles(soap.with(options)).upload(file, options.begin());
    }

    @Override
    public Either<BridgeError, Long> download(ServerFile file, OutputStream sink, CallOptions options) {
        return new ServerFiles(soap.with(options)).download(file, sink, options.begin());
    }

    @Override
    public Listening listen(CampaignListener listener) {
        return observers.listen(listener);
    }

    private Either<BridgeError, SessionInfo> fetched(CampaignSoap line, Call call) {
        SessionInfo kept = told;
        return kept == null ? new Probes(line).session(call).peek(fresh -> told = fresh) : Either.right(kept);
    }
}
