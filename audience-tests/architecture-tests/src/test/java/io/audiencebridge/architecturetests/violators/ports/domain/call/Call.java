// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.ports.domain.call;

public final class Call {}
