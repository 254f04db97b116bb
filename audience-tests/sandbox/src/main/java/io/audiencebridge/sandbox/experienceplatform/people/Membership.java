// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.people;

import java.time.Instant;

/** Where a person stands in an audience: in it or out of it, and from when on. */
public record Membership(boolean realized, Instant since) {}
