// SPDX-License-Identifier: Apache-2.0
/** The sandbox's remote control: JSON over HTTP on a port that is neither recorded nor harmed by faults. */
@NullMarked
package io.audiencebridge.sandbox.control;

import org.jspecify.annotations.NullMarked;
