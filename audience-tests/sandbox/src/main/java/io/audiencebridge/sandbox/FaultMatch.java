// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.Optional;

/**
 * Which requests a fault is for; an absent part matches everything.
 *
 * @param system an emulator's name
 * @param method an HTTP method, whatever its case
 * @param path a prefix of the raw path, or, if it holds a star, a pattern for all of it
 * @param soapAction Campaign only: a method ({@code Write}), a whole action ({@code xtk:persist#Write}, which also finds
 *     {@code xtk:persist|xtk:session#Write}), or a pattern with stars
 */
public record FaultMatch(
        Optional<String> system, Optional<String> method, Optional<String> path, Optional<String> soapAction) {
    /** Matches every request of every emulator. */
    public static final FaultMatch ANYTHING =
            new FaultMatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Matches every request of one emulator. */
    public static FaultMatch system(String system) {
        return new FaultMatch(Optional.of(system), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Narrows this to one HTTP method. */
    public FaultMatch withMethod(String method) {
        return new FaultMatch(system, Optional.of(method), path, soapAction);
    }

    /** Narrows this to a path prefix or pattern. */
    public FaultMatch withPath(String path) {
        return new FaultMatch(system, method, Optional.of(path), soapAction);
    }

    /** Narrows this to a SOAP action. */
    public FaultMatch withSoapAction(String soapAction) {
        return new FaultMatch(system, method, path, Optional.of(soapAction));
    }
}
