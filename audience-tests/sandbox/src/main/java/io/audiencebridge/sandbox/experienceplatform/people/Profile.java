// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A person: attributes by path and identities by namespace. Immutable. Source: experience-cloud.md, sections 4.4 and 4.8. */
public final class Profile {
    /** The attribute that holds the e-mail address. */
    public static final String EMAIL = "personalEmail.address";

    private final String id;
    private final Map<String, String> attributes;
    private final Map<String, List<String>> identities;

    private Profile(String id, Map<String, String> attributes, Map<String, List<String>> identities) {
        this.id = id;
        this.attributes = attributes;
        this.identities = identities;
    }

    /** Nobody yet; the id is the test's own name for the person and appears in no file. */
    public static Profile of(String id) {
        return new Profile(id, Map.of(), Map.of());
    }

    /** The same person with an attribute, such as {@code person.name.firstName}; it may be empty. */
    public Profile with(String path, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(path, value);
        return new Profile(id, more, identities);
    }

    /** The same person with one more identity of a namespace, such as {@code ECID}. */
    public Profile identity(String namespace, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(identities);
        List<String> values = new ArrayList<>(identities.getOrDefault(namespace, List.of()));
        values.add(value);
        more.put(namespace, List.copyOf(values));
        return new Profile(id, attributes, more);
    }

    /** The same person with first and last name. */
    public Profile name(String first, String last) {
        return with("person.name.firstName", first).with("person.name.lastName", last);
    }

    /** The same person with an e-mail address, as attribute and as identity of {@code Email}. */
    public Profile email(String address) {
        return with(EMAIL, address).identity("Email", address);
    }

    /** The test's own name for the person. */
    public String id() {
        return id;
    }

    /** The value of an attribute. */
    public Optional<String> attribute(String path) {
        return Optional.ofNullable(attributes.get(path));
    }

    /** The identities of a namespace in the order in which they were given. */
    public List<String> identities(String namespace) {
        return identities.getOrDefault(namespace, List.of());
    }

    /** The namespaces of the person's identities. */
    public Stream<String> namespaces() {
        return identities.keySet().stream();
    }
}
