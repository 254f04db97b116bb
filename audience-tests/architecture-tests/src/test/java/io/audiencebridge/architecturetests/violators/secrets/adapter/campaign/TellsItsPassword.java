// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.secrets.adapter.campaign;

import io.audiencebridge.architecturetests.violators.secrets.domain.spi.connector.SystemSettings;
import java.util.Optional;

public interface TellsItsPassword extends SystemSettings {
    Optional<String> password();
}
