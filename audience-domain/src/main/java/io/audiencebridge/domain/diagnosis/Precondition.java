// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/**
 * Names what must hold for members to arrive, as the protocol pages number it.
 *
 * @param name short and fixed, for programs: the page and its row, such as {@code campaign.P5}
 * @param fact what is documented, in one sentence
 * @param source where: the page and the section, such as {@code campaign 1.2}
 */
public record Precondition(String name, String fact, String source) {
    @Override
    public String toString() {
        return name;
    }
}
