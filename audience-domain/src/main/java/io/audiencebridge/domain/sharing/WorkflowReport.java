// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a system's own workflow told when it was done. It tells neither reasons nor buckets: whoever could not be matched is dropped without a word on import,
 * and only counted on export.
 *
 * @param ended when it was done
 * @param result people in the list after an import, or handed over by an export; empty where the workflow did not say
 * @param complement people who could not be exported; empty where the workflow did not say, and for imports
 */
public record WorkflowReport(Instant ended, OptionalLong result, OptionalLong complement) {}
