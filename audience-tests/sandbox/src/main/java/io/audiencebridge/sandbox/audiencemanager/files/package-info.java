// SPDX-License-Identifier: Apache-2.0
/** The batch files of Audience Manager: those that partners send, and those that destinations get. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager.files;

import org.jspecify.annotations.NullMarked;
