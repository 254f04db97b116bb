// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happened, to whom: one call to {@code /event}. Without any id Audience Manager takes it for a new device. Two ids together are an id sync.
 *
 * <p>Source: Audience Manager, "DCS event calls", "DCS server-to-server", "Supported attributes for DCS API calls".
 */
@HouseValue
@Value.Immutable
public interface EventCall {
    /** Keys and values that trait rules look at, in order; several of one key are several values. UNVERIFIED: that a comma in a value is kept. */
    @Value.Redacted
    List<Signal> signals();

    /** Traits that are given at once, without a rule; by number. */
    List<Long> traits();

    /** If any, only traits of these data sources are evaluated. */
    List<Long> targetDataSources();

    /** Audience Manager's id of the device. */
    Optional<AamUuid> uuid();

    /** The Experience Cloud id of the device, in {@link #organisation()}. */
    Optional<Ecid> ecid();

    /** The organisation of {@link #ecid()}; by default the one that the connection signs in for. */
    Optional<ImsOrgId> organisation();

    /** Declared ids, of 10 at most, and 3 of a data source. */
    List<DeclaredId> declaredIds();

    /** The region where the device's data is, if the caller knows it, as from a visitor cookie; else what answers told before decides. */
    Optional<Integer> region();

    /** The opaque metadata that the id service gave for the device. */
    @Value.Redacted
    Optional<String> blob();

    /** Whether the answer names the addresses to call for URL destinations; false by default. */
    @Value.Default
    default boolean destinations() {
        return false;
    }

    /** Whether the answer names traits and segments; false by default. Adobe enables it on request. */
    @Value.Default
    default boolean qualifications() {
        return false;
    }

    /** Where it happened. */
    Optional<Platform> platform();

    /** What the person agreed to. */
    @Value.Redacted
    Optional<Consent> consent();

    /** An id sync and nothing else: both ids are the same person's. */
    static EventCall linking(DeclaredId one, DeclaredId other) {
        return builder().addDeclaredIds(one, other).build();
    }

    /** An id sync and nothing else: the device is that person's. */
    static EventCall linking(AamUuid device, DeclaredId person) {
        return builder().uuid(device).addDeclaredIds(person).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds calls. */
    final class Builder extends ImmutableEventCall.Builder {
        Builder() {}

        /** Adds a signal. */
        public Builder signal(String key, String value) {
            addSignals(new Signal(key, value));
            return this;
        }
    }

    /**
     * A key and a value.
     *
     * @param key with its prefix, such as {@code c_product}; {@code p_} for what is neither logged nor stored
     * @param value itself; never a plain e-mail address or phone number
     */
    record Signal(String key, String value) {
        /** The key alone: the value may be a person's. */
        @Override
        public String toString() {
            return key;
        }
    }

    /** Where an event happened. */
    enum Platform {
        /** Apple's. */
        IOS("ios"),
        /** Android. */
        ANDROID("android"),
        /** A browser. */
        BROWSER("browser"),
        /** All of them. */
        ALL("all");

        private final String word;

        Platform(String word) {
            this.word = word;
        }

        /** As calls write it. */
        public String word() {
            return word;
        }
    }
}
