// SPDX-License-Identifier: Apache-2.0
/** Adobe Audience Manager as a system of the bridge: its segments, and how members get into and out of them. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager;

import org.jspecify.annotations.NullMarked;
