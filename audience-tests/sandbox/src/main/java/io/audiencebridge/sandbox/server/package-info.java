// SPDX-License-Identifier: Apache-2.0
/** Plumbing under every emulator: ports, the one filter that records and injects faults, request and answer. */
@NullMarked
package io.audiencebridge.sandbox.server;

import org.jspecify.annotations.NullMarked;
