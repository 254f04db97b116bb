// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What time an instance takes it to be; dates that it writes compare with this, not with the clock of our machine. */
public final class ServerTime {
    private static final SoapCall NOW = new SoapCall("xtk:session", "GetServerTime", Vector.empty(), true, out -> {});
    private final CampaignSoap soap;

    /** The time of the instance behind {@code soap}. */
    public ServerTime(CampaignSoap soap) {
        this.soap = soap;
    }

    /** The time now, to the millisecond. */
    public Either<BridgeError, Instant> now(Call call) {
        return soap.send(NOW, ServerTime::instant, call);
    }

    private static Instant instant(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        try {
            return Instant.parse(Pull.text(xml).strip().replace(' ', 'T'));
        } catch (DateTimeException other) {
            throw new XMLStreamException("a time that is none", other);
        }
    }
}
