// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.markup.adapter.ims;

import javax.xml.stream.XMLInputFactory;

public final class ParsesXml {
    Object factory = XMLInputFactory.newFactory();
}
