// SPDX-License-Identifier: Apache-2.0
/** Who is known to Audience Manager: ids, what belongs together, the traits they have and the segments they are in. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager.profiles;

import org.jspecify.annotations.NullMarked;
