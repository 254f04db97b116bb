// SPDX-License-Identifier: Apache-2.0
/** Profiles, audiences and who was in them from when on. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform.people;

import org.jspecify.annotations.NullMarked;
