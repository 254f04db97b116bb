// SPDX-License-Identifier: Apache-2.0
/** Real-time calls to the data collection servers: what may be sent, in which order, where to, and what answers mean. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.dcs;

import org.jspecify.annotations.NullMarked;
