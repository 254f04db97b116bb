// SPDX-License-Identifier: Apache-2.0
/** The data collection servers: events, id syncs, the id service's call, opt-out, and the Customer Data API beside them. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager.dcs;

import org.jspecify.annotations.NullMarked;
