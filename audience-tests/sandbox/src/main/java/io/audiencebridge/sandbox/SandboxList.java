// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.List;

/**
 * A recipient list of the Campaign emulator, as it is at this moment.
 *
 * @param id the list's number
 * @param name its internal name
 * @param label what people call it
 * @param memberIds the recipients in it, in the order of their ids
 */
public record SandboxList(String id, String name, String label, List<String> memberIds) {}
