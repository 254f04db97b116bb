// SPDX-License-Identifier: Apache-2.0
/** Flow Service: specifications, connections, flows and their runs; runs that nobody scheduled; mapping sets. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform.flows;

import org.jspecify.annotations.NullMarked;
