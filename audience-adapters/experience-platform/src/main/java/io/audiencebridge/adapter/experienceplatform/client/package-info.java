// SPDX-License-Identifier: Apache-2.0
/** What Experience Platform offers beyond the ports: destinations, audiences, activation, exports and their rows. */
@NullMarked
package io.audiencebridge.adapter.experienceplatform.client;

import org.jspecify.annotations.NullMarked;
