// SPDX-License-Identifier: Apache-2.0
/** Adobe Experience Platform: audiences, the Adobe Campaign destination and the files it writes. */
@NullMarked
package io.audiencebridge.adapter.experienceplatform;

import org.jspecify.annotations.NullMarked;
