// SPDX-License-Identifier: Apache-2.0
/** Signing in to Adobe's identity service (IMS) by OAuth server-to-server. */
@NullMarked
package io.audiencebridge.adapter.ims;

import org.jspecify.annotations.NullMarked;
