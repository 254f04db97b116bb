// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** A method that a caller described, as request and as reader of its answer: strict about order and types, since Campaign's names are its own affair. */
final class MethodCall implements Answer<SoapOutputs> {
    private static final String ENTITY = "entity";
    private final SoapMethod method;

    private MethodCall(SoapMethod method) {
        this.method = method;
    }

    /** Left: every name and value that cannot be sent. */
    static Either<BridgeError, MethodCall> of(SoapMethod method) {
        Seq<Violation> violations = MethodCheck.of(method);
        return violations.isEmpty()
                ? Either.right(new MethodCall(method))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    SoapCall request() {
        return new SoapCall(
                method.service(), method.method(), Vector.of(schema()), method.idempotent(), this::parameters);
    }

    @Override
    public SoapOutputs read(XMLStreamReader2 xml) throws XMLStreamException {
        Vector<SoapOutputs.Given<?>> given = Vector.empty();
        boolean more = Pull.child(xml);
        if (more && isUnaskedEntity(xml)) {
            Pull.skip(xml);
            more = Pull.child(xml);
        }
        for (SoapMethod.Output<?> output : method.outputs()) {
            if (!more) {
                throw new Answer.Unfit(
                        given.size() + " outputs instead of " + method.outputs().size());
            }
            given = given.append(WireTypes.read(output, xml));
            more = Pull.child(xml);
        }
        if (more) {
            throw new Answer.Unfit("more outputs than " + method.outputs().size());
        }
        return new SoapOutputs(given);
    }

    /** A method that is called on an entity may give it back, changed, in front of its outputs. */
    private boolean isUnaskedEntity(XMLStreamReader xml) {
        boolean asked = !method.outputs().isEmpty()
                && method.outputs().get(0).name().equals(ENTITY)
                && method.outputs().get(0).type().equals(SoapType.ELEMENT);
        return method.entity().isPresent() && !asked && xml.getLocalName().equals(ENTITY);
    }

    private void parameters(ParameterWriter out) {
        method.entity().ifPresent(entity -> out.document("document", Trees.markup(entity, schema())));
        method.arguments().forEach(argument -> WireTypes.write(out, argument));
    }

    /** Of a method of an interface, the schema that it is called on. */
    private String schema() {
        return method.service().substring(method.service().indexOf('|') + 1);
    }
}
