// SPDX-License-Identifier: Apache-2.0
/** What Adobe's identity service offers beside tokens: validation and revocation, and a look into a token. */
@NullMarked
package io.audiencebridge.adapter.ims.client;

import org.jspecify.annotations.NullMarked;
