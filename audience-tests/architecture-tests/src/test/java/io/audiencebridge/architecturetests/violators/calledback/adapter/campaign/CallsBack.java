// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.calledback.adapter.campaign;

import io.audiencebridge.architecturetests.violators.calledback.domain.service.Service;

public final class CallsBack {
    Object service = new Service();
}
