// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.function.Supplier;

/**
 * The credential of a token source while it lives: read again at need, so that a replaced secret is taken up. A file that is being written at that moment, or a
 * place that is gone, does no harm: what was read last goes on. Safe for use by several threads.
 */
final class Credentials {
    private final Supplier<Either<BridgeError, SignIn>> place;
    private SignIn last;
    private String problem = "";
    private Secret good;

    Credentials(SignIn first, Supplier<Either<BridgeError, SignIn>> place) {
        this.last = first;
        this.place = place;
        this.good = first.secrets().get(0);
    }

    /** The credential as it stands now. */
    SignIn current() {
        Either<BridgeError, SignIn> read = place.get();
        synchronized (this) {
            if (read.isLeft()) {
                problem = read.getLeft().message();
            } else if (!read.get().isSameCredential(last)) {
                problem = "it now names another client, organisation or address; open a new token source for that";
            } else {
                problem = "";
                last = read.get();
            }
            return last;
        }
    }

    /** What was read last. */
    synchronized SignIn last() {
        return last;
    }

    /** Why the last reading could not be used; empty if it could. */
    synchronized String problem() {
        return problem;
    }

    /** The secrets of {@code signIn}, the one that worked last first. */
    synchronized Seq<Secret> inOrder(SignIn signIn) {
        return Vector.ofAll(signIn.secrets()).partition(good::equals).apply(Vector::appendAll);
    }

    synchronized void worked(Secret secret) {
        good = secret;
    }

    /** The secret to sign in with beside requests for tokens: the one that worked last, if it still is one. */
    synchronized Secret good() {
        return inOrder(last).head();
    }
}
