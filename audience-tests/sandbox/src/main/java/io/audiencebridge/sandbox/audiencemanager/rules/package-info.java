// SPDX-License-Identifier: Apache-2.0
/** The two grammars of Audience Manager: rules of traits over signals, rules of segments over traits. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager.rules;

import org.jspecify.annotations.NullMarked;
