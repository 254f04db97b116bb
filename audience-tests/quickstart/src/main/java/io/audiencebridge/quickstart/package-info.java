// SPDX-License-Identifier: Apache-2.0
/** The program of the README's first screen: an audience travels there and back through the public face, against the sandbox. */
@NullMarked
package io.audiencebridge.quickstart;

import org.jspecify.annotations.NullMarked;
