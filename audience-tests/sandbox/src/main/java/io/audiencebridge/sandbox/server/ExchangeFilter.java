// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.SandboxClock;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The one filter before every emulator: it records each exchange and injects the faults of the plan. */
final class ExchangeFilter extends Handler.Wrapper {
    private final String system;
    private final SandboxClock clock;
    private final ExchangeLog log;
    private final FaultPlan plan;
    private final FaultInjector injector;
    private Runnable afterwards = () -> {};

    ExchangeFilter(Emulator emulator, SandboxClock clock, ExchangeLog log, FaultPlan plan) {
        super(emulator.handler());
        this.system = emulator.system();
        this.clock = clock;
        this.log = log;
        this.plan = plan;
        this.injector = new FaultInjector(getHandler());
    }

    /** Runs after every request, once its answer is out; must not block. */
    void afterwards(Runnable work) {
        afterwards = work;
    }

    /** By the virtual clock. S3's clients compare that time with the machine's own and sign by it, so that its own stays. */
    private void tellTime(Response response) {
        if (!system.equals("s3")) {
            response.getHeaders()
                    .put(
                            HttpHeader.DATE,
                            DateGenerator.formatDate(clock.instant().toEpochMilli()));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        tellTime(response);
        Recording recording = new Recording(log, system, clock.instant(), request);
        Callback ending = Callback.from(recording.filing(response, callback), afterwards);
        Flight flight = new Flight(recording.tapped(), recording.tapped(response), ending, recording);
        Optional<FaultEffect> fault = plan.next(system, request);
        if (fault.isPresent()) {
            injector.inject(fault.get(), flight);
        } else {
            flight.proceed(getHandler());
        }
        return true;
    }
}
