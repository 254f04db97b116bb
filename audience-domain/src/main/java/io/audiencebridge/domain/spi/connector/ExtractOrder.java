// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.RunId;
import java.util.Optional;

/**
 * Asks for recipients' keys as a file.
 *
 * @param run for which run; it names the file, so that a repeat finds what the first attempt ordered
 * @param list the recipients of that list; empty for every recipient
 * @param dataSource by which ids
 */
public record ExtractOrder(RunId run, Optional<AudienceRef> list, DataSource dataSource) {}
