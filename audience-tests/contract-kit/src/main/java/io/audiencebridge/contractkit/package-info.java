// SPDX-License-Identifier: Apache-2.0
/** What every implementation of a port must do, as abstract JUnit tests. */
@NullMarked
package io.audiencebridge.contractkit;

import org.jspecify.annotations.NullMarked;
