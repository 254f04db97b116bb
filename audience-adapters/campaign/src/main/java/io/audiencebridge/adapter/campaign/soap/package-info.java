// SPDX-License-Identifier: Apache-2.0
/** Campaign's SOAP: envelopes, faults, sessions, queries and writes. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.campaign.soap;

import org.jspecify.annotations.NullMarked;
