// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.spi.engine.NamesApplication;
import java.util.List;

/** That the rules for who names the application bite, shown on settings that are no more than a name. */
final class NamingRulesBiteTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(Sound.class);
    }

    /** Breaks nothing. */
    static final class Sound extends NamesApplicationContract<Sound.Settings> {
        @Override
        protected NamesApplication<Settings> factory() {
            return new Toy();
        }

        @Override
        protected Settings unnamed() {
            return new Settings("", 7);
        }

        @Override
        protected Settings naming(Settings settings, String application) {
            return new Settings(application, settings.others());
        }

        /** Names the application. */
        private static final class Toy implements NamesApplication<Settings> {
            @Override
            public Settings named(Settings settings, String application) {
                return settings.application().isEmpty() ? new Settings(application, settings.others()) : settings;
            }
        }

        /** Who calls, and what else there is to say. */
        record Settings(String application, int others) {}
    }
}
