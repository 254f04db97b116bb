// SPDX-License-Identifier: Apache-2.0
/** What Audience Manager offers beyond the sharing of audiences: one interface for each purpose, obtained by {@code bridge.client(...)}, and the values they take and give. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.client;

import org.jspecify.annotations.NullMarked;
