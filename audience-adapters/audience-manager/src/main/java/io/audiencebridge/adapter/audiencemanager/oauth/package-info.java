// SPDX-License-Identifier: Apache-2.0
/** Audience Manager's own sign-in by OAuth password grant. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.oauth;

import org.jspecify.annotations.NullMarked;
