// SPDX-License-Identifier: Apache-2.0
/** Audiences, their definitions, jobs, external audiences, namespaces and the landing zone. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import org.jspecify.annotations.NullMarked;
