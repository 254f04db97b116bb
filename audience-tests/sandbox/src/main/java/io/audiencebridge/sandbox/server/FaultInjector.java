// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultEffect.Delay;
import io.audiencebridge.sandbox.FaultEffect.Drip;
import io.audiencebridge.sandbox.FaultEffect.Fault;
import io.audiencebridge.sandbox.FaultEffect.ResetAfter;
import io.audiencebridge.sandbox.FaultEffect.ResetBefore;
import io.audiencebridge.sandbox.FaultEffect.Rewrite;
import io.audiencebridge.sandbox.FaultEffect.Stall;
import io.audiencebridge.sandbox.FaultEffect.Status;
import io.audiencebridge.sandbox.FaultEffect.Truncate;
import io.audiencebridge.sandbox.FaultEffect.WrongLength;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;

/** Does to a request what a fault says, in front of one emulator. */
final class FaultInjector {
    private static final String CUT = "Cut by a fault rule";

    private final Handler next;

    FaultInjector(Handler next) {
        this.next = next;
    }

    void inject(FaultEffect effect, Flight flight) throws IOException {
        flight.recording().fault(effect.label());
        if (effect instanceof Status status) {
            status(status, flight);
        } else if (effect instanceof Fault fault) {
            status(InjectedFault.of(fault), flight);
        } else if (effect instanceof ResetBefore) {
            Content.Source.consumeAll(flight.request());
            flight.unanswered();
            new Wire(flight.request()).reset();
            flight.cut(CUT);
        } else if (effect instanceof Stall stall) {
            stall(stall, flight);
        } else if (effect instanceof Delay delay) {
            flight.later(delay.by(), () -> flight.proceed(next));
        } else {
            injectIntoAnswer(effect, flight);
        }
    }

    private void injectIntoAnswer(FaultEffect effect, Flight flight) {
        if (effect instanceof ResetAfter) {
            hold(flight, 0, held -> resetAfter(flight));
        } else if (effect instanceof Truncate truncate) {
            hold(flight, truncate.bytes(), held -> {
                long sent = Math.min(truncate.bytes(), held.size() / 2);
                answer(flight, held, held.size(), held.body(sent));
            });
        } else if (effect instanceof WrongLength wrong) {
            hold(flight, Integer.MAX_VALUE, held -> {
                long announced = wrong.announced().orElse(held.size() / 2);
                answer(flight, held, announced, held.body(held.size()));
            });
        } else if (effect instanceof Rewrite rewrite) {
            hold(flight, Integer.MAX_VALUE, held -> rewrite(rewrite, flight, held));
        } else if (effect instanceof Drip drip) {
            hold(flight, Integer.MAX_VALUE, held -> {
                held.getHeaders().put(HttpHeader.CONTENT_LENGTH, held.size());
                drip(drip, flight, held.body(held.size()));
            });
        } else {
            throw new IllegalArgumentException("No request can be harmed by " + effect.label());
        }
    }

    /** Lets the emulator finish, then hands its unsent answer on. */
    private void hold(Flight flight, long limit, Consumer<HeldResponse> then) {
        HeldResponse held = new HeldResponse(flight.request(), flight.response(), limit);
        flight.proceed(next, held, Callback.from(() -> then.accept(held), flight.callback()::failed));
    }

    private static void status(Status status, Flight flight) throws IOException {
        Content.Source.consumeAll(flight.request());
        byte[] body = status.body().getBytes(StandardCharsets.UTF_8);
        var headers = flight.response().getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        status.headers().forEach(headers::put);
        flight.response().setStatus(status.status());
        flight.response().write(true, ByteBuffer.wrap(body), flight.callback());
    }

    private static void stall(Stall stall, Flight flight) throws IOException {
        Content.Source.consumeAll(flight.request());
        Wire wire = new Wire(flight.request());
        flight.later(stall.lasting(), () -> {
            flight.unanswered();
            wire.close();
            flight.cut(CUT);
        });
    }

    private static void resetAfter(Flight flight) {
        flight.unanswered();
        try {
            new Wire(flight.request()).reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            flight.cut(CUT);
        }
    }

    private static void answer(Flight flight, HeldResponse held, long announced, ByteBuffer body) {
        flight.recording().answered(body);
        flight.recording().file(held.getStatus(), held.getHeaders());
        try {
            new Wire(flight.request()).answer(held, announced, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            flight.cut(CUT);
        }
    }

    private static void rewrite(Rewrite rewrite, Flight flight, HeldResponse held) {
        String text = StandardCharsets.UTF_8.decode(held.body(held.size())).toString();
        String changed = rewrite.pattern().matcher(text).replaceAll(rewrite.replacement());
        byte[] body = changed.getBytes(StandardCharsets.UTF_8);
        held.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        flight.response().write(true, ByteBuffer.wrap(body), flight.callback());
    }

    private static void drip(Drip drip, Flight flight, ByteBuffer rest) {
        int length = Math.min(drip.bytes(), rest.remaining());
        ByteBuffer piece = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        if (!rest.hasRemaining()) {
            flight.response().write(true, piece, flight.callback());
            return;
        }
        Callback written = Callback.from(
                () -> flight.later(drip.every(), () -> drip(drip, flight, rest)), flight.callback()::failed);
        flight.response().write(false, piece, written);
    }
}
