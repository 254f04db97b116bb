// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.domain.identity.ImsOrgId;
import java.time.Duration;
import java.util.Optional;

/**
 * How visitors are linked.
 *
 * @param organisation whose visitors
 * @param cookies how their cookies are read
 * @param handOvers which hand-over parameters are taken
 * @param mostRemembered links that are remembered at most
 * @param remembered how long a link is remembered; as long as the service's answer says if empty
 */
public record LinkRules(
        ImsOrgId organisation,
        Reading cookies,
        HandOverRules handOvers,
        int mostRemembered,
        Optional<Duration> remembered) {}
