// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A method of a service with what goes in and what is to come out, in the order in which Campaign's schema declares them:
 *
 * <pre>{@code
 * SoapMethod.of("xtk:session", "GetOption")
 *     .in("name", SoapType.STRING, "XtkDatabaseId")
 *     .out("value", SoapType.STRING)
 *     .out("type", SoapType.BYTE)
 *     .idempotent(true)
 *     .build()
 * }</pre>
 *
 * <p>Campaign reads parameters by position, and so are answers read; names serve errors and readers. A type named after a schema's element is
 * {@link SoapType#ELEMENT}. Its text form shows no value.
 */
@HouseValue
@Value.Immutable
public interface SoapMethod {
    /** The service, such as {@code xtk:session}; a method of an interface has both, such as {@code xtk:jobInterface|nms:delivery}. */
    String service();

    /** The method's name. */
    String method();

    /** The entity that a method which is not static is called on; its {@code xtkschema} is the service's schema unless it says otherwise. */
    @Value.Redacted
    Optional<XmlElement> entity();

    /** What goes in. */
    @Value.Redacted
    List<Argument<?>> arguments();

    /** What comes out. */
    List<Output<?>> outputs();

    /**
     * Whether to make the call twice does no more than to make it once; false by default. If so it is repeated after a lost answer; if not, a lost answer is
     * {@code OutcomeUnknown}.
     */
    @Value.Default
    default boolean idempotent() {
        return false;
    }

    /** A method without parameters, to which {@code in} and {@code out} add. */
    static Builder of(String service, String method) {
        return new Builder().service(service).method(method);
    }

    /**
     * One parameter with its value.
     *
     * @param name its name, written but not read by Campaign
     * @param type its type
     * @param value its value
     * @param <T> the Java type
     */
    record Argument<T>(String name, SoapType<T> type, T value) {
        @Override
        public String toString() {
            return type + " " + name;
        }
    }

    /**
     * One parameter that comes out.
     *
     * @param name its name, for errors
     * @param type its type, which the answer is held to
     * @param <T> the Java type
     */
    record Output<T>(String name, SoapType<T> type) {
        @Override
        public String toString() {
            return type + " " + name;
        }
    }

    /** Builds methods. */
    final class Builder extends ImmutableSoapMethod.Builder {
        Builder() {}

        /** One more parameter that goes in. */
        public <T> Builder in(String name, SoapType<T> type, T value) {
            return addArguments(new Argument<>(name, type, value));
        }

        /** One more parameter that comes out. */
        public Builder out(String name, SoapType<?> type) {
            return addOutputs(new Output<>(name, type));
        }

        /** The entity that the method is called on. */
        public Builder on(XmlElement entity) {
            return entity(entity);
        }
    }
}
