// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.member.KeySource;

/** The rows of a sample. One reader; the reader closes it. */
public interface SampledKeys extends KeySource {
    /** What it was a sample of; asked for after the last batch only. */
    SampleFacts facts();
}
