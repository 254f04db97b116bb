// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.VisitorId;

/** What a web request tells of its visitor. */
sealed interface Trace {
    /** Somebody with an id of the organisation. */
    record Visitor(VisitorId id) implements Trace {}

    /** Somebody who must not be followed. */
    record OptedOut() implements Trace {}

    /** Nobody whom the organisation knows. */
    record Nobody() implements Trace {}
}
