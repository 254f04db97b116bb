// SPDX-License-Identifier: Apache-2.0
/** Campaign's SOAP router, written from campaign.md: one generic read, one generic write, sessions. */
@NullMarked
package io.audiencebridge.sandbox.campaign;

import org.jspecify.annotations.NullMarked;
