// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;

/** Reads who is in a list. */
@FunctionalInterface
public interface MemberReading {
    /** The members of a readable one of {@code lists}, without keys, each once. */
    Either<BridgeError, KeySource> open(CampaignSoap soap, RecipientLists lists, CampaignList list, Call call);
}
