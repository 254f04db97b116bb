// SPDX-License-Identifier: Apache-2.0
/** The sandbox in tests of JUnit Jupiter: started, prepared, reset and closed, and handed to test methods. Needs JUnit's API, which the test that uses it brings. */
@NullMarked
package io.audiencebridge.sandbox.junit;

import org.jspecify.annotations.NullMarked;
