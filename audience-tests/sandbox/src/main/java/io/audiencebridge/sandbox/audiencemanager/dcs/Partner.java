// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The company on whose behalf calls are collected. Whoever asks it holds its lock. */
public interface Partner {
    /** What guards everything it tells. */
    Object lock();

    /** The IMS organisation. */
    String orgId();

    /** What it defined. */
    Definitions definitions();

    /** Its profiles, one device at a time. */
    Visits visits();

    /** The data sources that it owns. */
    Stream<Long> dataSources();

    /** The data source of an integration code, one of its own or a global one. */
    OptionalLong dataSourceOfCode(String integrationCode);

    /** The data source of a namespace's code. */
    OptionalLong dataSourceOfNamespace(String code);

    /** Where segments go as URLs. */
    Stream<UrlDestination> urlDestinations();

    /** Where segments go as cookies. */
    Stream<CookieDestination> cookieDestinations();

    /** Signals that follow from others. */
    Stream<DerivedSignal> derivedSignals();

    /** A signal, and the one that it brings with it. */
    record DerivedSignal(String sourceKey, String sourceValue, String targetKey, String targetValue) {}

    /** What is told of a trait, a segment or a data source: empty if there is none of that number. */
    Optional<Described> described(Kind kind, long number);

    /** What can be described. */
    enum Kind {
        TRAIT,
        SEGMENT,
        DATA_SOURCE
    }

    /**
     * A description.
     *
     * @param name its name
     * @param description more about it; may be empty
     * @param type its type as REST names it
     * @param code its integration code; may be empty
     */
    record Described(String name, String description, String type, String code) {}
}
