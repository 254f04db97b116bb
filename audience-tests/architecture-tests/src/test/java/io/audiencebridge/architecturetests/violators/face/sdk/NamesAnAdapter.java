// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.face.sdk;

import io.audiencebridge.architecturetests.violators.face.adapter.campaign.Named;

public final class NamesAnAdapter {
    Object adapter = new Named();
}
