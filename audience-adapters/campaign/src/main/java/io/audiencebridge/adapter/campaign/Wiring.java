// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.files.BulkFiles;
import io.audiencebridge.adapter.campaign.integration.Pause;
import io.audiencebridge.adapter.campaign.soap.Observers;
import io.vavr.control.Option;
import java.time.InstantSource;

/**
 * What a connection is given beside its settings.
 *
 * @param observers who hears of its requests
 * @param clock the bridge's clock
 * @param bulk where bulk files travel; none when the settings ask for none
 * @param pause lets time pass where a caller asks to wait for a workflow
 */
record Wiring(Observers observers, InstantSource clock, Option<BulkFiles> bulk, Pause pause) {}
