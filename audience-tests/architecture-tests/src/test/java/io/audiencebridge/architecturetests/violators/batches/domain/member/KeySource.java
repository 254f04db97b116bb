// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.batches.domain.member;

public interface KeySource {
    boolean next();
}
