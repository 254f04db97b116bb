// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.NamesApplication;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every factory does that can tell its world on whose behalf it is called, beside its {@link FactoryContract}.
 *
 * @param <S> its settings, which are equal when all that they say is
 */
@ContractOf(NamesApplication.class)
@Tag("names-application")
public abstract class NamesApplicationContract<S> {
    private static final String APPLICATION = "shop 7";

    /** For subclasses. */
    protected NamesApplicationContract() {}

    /** The factory. */
    protected abstract NamesApplication<S> factory();

    /** Sound settings without an application's name. */
    protected abstract S unnamed();

    /** {@code settings} as a user writes them who names {@code application} there, and all else unchanged. */
    protected abstract S naming(S settings, String application);

    @Rule("R55.1")
    @Test
    void settings_without_a_name_take_that_of_the_application_and_stay_the_same_otherwise() {
        assertThat(naming(unnamed(), APPLICATION)).isNotEqualTo(unnamed());
        assertThat(named(unnamed())).isEqualTo(naming(unnamed(), APPLICATION));
    }

    @Rule("R55.2")
    @Test
    void a_name_that_the_settings_have_stays() {
        NamesApplication<S> factory = Lens.on(factory());

        for (String own : List.of("nightly", "daily")) {
            S settings = naming(unnamed(), own);

            assertThat(factory.named(settings, APPLICATION)).isEqualTo(settings);
        }
    }

    private S named(S settings) {
        return Lens.on(factory()).named(settings, APPLICATION);
    }
}
