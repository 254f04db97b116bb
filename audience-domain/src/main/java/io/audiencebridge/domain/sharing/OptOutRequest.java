// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Asks to forget a person and never to share, import or link him or her again (SEMANTICS S23). The more is named, the more can be done: a recipient's keys are looked up, and
 * the recipient of keys is, where the connections can. Prints no id.
 */
@HouseValue
@Value.Immutable
public interface OptOutRequest {
    /** The recipient, if known. */
    Optional<RecipientRef> recipient();

    /** Declared ids of the person. */
    List<PersonKey> keys();

    /** Visitor ids of the person's browsers and devices. */
    List<Ecid> visitors();

    /** Data sources whose keys of the person count besides those of {@link #keys()} and those by which lists were shared before; a visitor data source among them looks up visitor ids. */
    List<DataSource> dataSources();

    /** The services' region of the person, if the caller is sure that there is no other; empty means all regions. */
    OptionalInt region();

    /** Lists that the person is to be taken out of; none by default, since some are kept for other purposes. */
    List<AudienceRef> lists();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableOptOutRequest.Builder {
        Builder() {}
    }
}
