// SPDX-License-Identifier: Apache-2.0
/** Calls over HTTPS for the adapters: one transport with deadlines, cancellation, careful retries and errors as values. Plumbing, not for users. */
@NullMarked
package io.audiencebridge.adapter.http;

import org.jspecify.annotations.NullMarked;
