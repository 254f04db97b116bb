// SPDX-License-Identifier: Apache-2.0
/** Looks at what must hold on Campaign's side for members to arrive. Reads only. */
@NullMarked
package io.audiencebridge.adapter.campaign.looks;

import org.jspecify.annotations.NullMarked;
