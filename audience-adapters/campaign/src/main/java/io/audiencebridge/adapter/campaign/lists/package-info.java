// SPDX-License-Identifier: Apache-2.0
/** Recipient lists: which there are, who is in them, and how they change. */
@NullMarked
package io.audiencebridge.adapter.campaign.lists;

import org.jspecify.annotations.NullMarked;
