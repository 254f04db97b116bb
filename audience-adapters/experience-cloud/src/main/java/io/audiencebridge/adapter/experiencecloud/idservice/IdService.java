// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutStatus;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;

/** The ID service over HTTP. */
public final class IdService implements ExperienceCloudIdService, AutoCloseable {
    private final HttpTransport transport;
    private final ServiceAddress address;
    private final RequestCheck check;
    private final Reading reading;
    private final CallPace pace;

    /** A service at {@code address}, over {@code transport}, which it owns. */
    public IdService(
            HttpTransport transport, ServiceAddress address, RequestCheck check, Reading reading, CallPace pace) {
        this.transport = transport;
        this.pace = pace;
        this.address = address;
        this.check = check;
        this.reading = reading;
    }

    @Override
    public Either<BridgeError, IdAnswer> identify(IdRequest request, CallOptions options) {
        return identify(request, options.begin());
    }

    /** As {@link #identify(IdRequest, CallOptions)}, within {@code call}. */
    public Either<BridgeError, IdAnswer> identify(IdRequest request, Call call) {
        return check.check(request)
                .flatMap(sound -> get(address.identify(sound), call))
                .flatMap(answer -> ServiceAnswer.of(answer).identified(request, reading));
    }

    @Override
    public Either<BridgeError, OptOutStatus> optOutStatus(VisitorId visitor, CallOptions options) {
        return get(address.status(visitor), options.begin())
                .flatMap(answer -> ServiceAnswer.of(answer).optOutStatus());
    }

    @Override
    public Either<BridgeError, Boolean> optOut(OptOutRequest request, CallOptions options) {
        return optOut(request, options.begin());
    }

    /** As {@link #optOut(OptOutRequest, CallOptions)}, within {@code call}. */
    public Either<BridgeError, Boolean> optOut(OptOutRequest request, Call call) {
        return check.check(request)
                .flatMap(address::optOut)
                .flatMap(uri -> get(uri, call))
                .flatMap(answer -> ServiceAnswer.of(answer).optedOut());
    }

    @Override
    public void close() {
        transport.close();
    }

    private static HttpCall asking(URI uri) {
        return HttpCall.get(uri)
                .operation(HttpCall.operation("GET", uri.getRawPath(), ServiceAddress.WORDS))
                .build();
    }

    private Either<BridgeError, HttpAnswer> get(URI uri, Call call) {
        return pace.await(call)
                .flatMap(turn -> transport.send(asking(uri), turn))
                .flatMap(Refusals::accepted);
    }
}
