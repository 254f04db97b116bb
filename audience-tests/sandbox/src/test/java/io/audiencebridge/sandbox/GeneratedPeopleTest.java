// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GeneratedPeopleTest {

    @Test
    void the_same_seed_makes_the_same_people_and_another_one_others() {
        List<SeedRecipient> people = people(500, 1);

        assertThat(people(500, 1)).isEqualTo(people);
        assertThat(people(500, 2)).isNotEqualTo(people);
    }

    @Test
    void there_are_exactly_as_many_as_asked_for() {
        assertThat(people(0, 1)).isEmpty();
        assertThat(people(1234, 1)).hasSize(1234);
    }

    @Test
    void some_have_several_visitor_ids_some_none_and_some_share_one() {
        List<SeedRecipient> people = people(1000, 1);

        assertThat(people).filteredOn(person -> person.visitorIds().size() == 1).hasSize(720);
        assertThat(people).filteredOn(person -> person.visitorIds().size() > 1).hasSize(100);
        assertThat(people).filteredOn(person -> person.visitorIds().isEmpty()).hasSize(180);
        assertThat(shared(people)).hasSize(20);
    }

    @Test
    void a_visitor_id_has_38_digits() {
        assertThat(people(300, 7).stream().flatMap(person -> person.visitorIds().stream()))
                .allMatch(id -> id.matches("\\d{38}"));
    }

    @Test
    void about_one_in_a_hundred_opted_out() {
        assertThat(people(1010, 1)).filteredOn(SeedRecipient::optedOut).hasSize(10);
    }

    private static Set<String> shared(List<SeedRecipient> people) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        people.forEach(person ->
                person.visitorIds().stream().filter(id -> !seen.add(id)).forEach(twice::add));
        return twice;
    }

    private static List<SeedRecipient> people(int count, long seed) {
        List<SeedRecipient> people = new ArrayList<>();
        new GeneratedPeople(count, seed).forEach(people::add);
        return people;
    }
}
