// SPDX-License-Identifier: Apache-2.0
/** Emulator of Audience Manager: its REST API, its inbound and outbound batch files. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager;

import org.jspecify.annotations.NullMarked;
