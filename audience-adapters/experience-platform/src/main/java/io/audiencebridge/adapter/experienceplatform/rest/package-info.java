// SPDX-License-Identifier: Apache-2.0
/** Platform's API: calls, answers, and what is kept there. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.experienceplatform.rest;

import org.jspecify.annotations.NullMarked;
