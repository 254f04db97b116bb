// SPDX-License-Identifier: Apache-2.0
/** What Audience Manager pushes to destinations of HTTP: messages, signatures, deliveries. Source: audience-manager.md, section 5.7. */
@NullMarked
package io.audiencebridge.sandbox.audiencemanager.push;

import org.jspecify.annotations.NullMarked;
