// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;

/** From the connector's settings to those of the outbound files. */
final class Delivery {
    private Delivery() {}

    static OutboundSettings of(AudienceManagerSettings settings) {
        return OutboundSettings.builder()
                .prefix(settings.outboundPrefix())
                .names(settings.outboundNames())
                .stampDigits(settings.outboundStampDigits())
                .headerLines(settings.outboundHeaderLines())
                .firstPartNumbered(settings.outboundFirstPartNumbered())
                .controlFileRequired(settings.outboundControlFileRequired())
                .firstIncrementIsFull(settings.outboundFirstIncrementIsFull())
                .build();
    }
}
