// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.ports.domain.spi.engine;

import io.audiencebridge.architecturetests.violators.ports.domain.call.Call;

public interface AnswersBare {
    String answer(Call call);
}
