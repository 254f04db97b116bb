// SPDX-License-Identifier: Apache-2.0
/** The objects of Campaign's own integration with the Experience Cloud: its workflows, external accounts and AMC data sources. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.campaign.integration;

import org.jspecify.annotations.NullMarked;
