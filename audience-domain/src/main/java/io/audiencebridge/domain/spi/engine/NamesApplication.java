// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/**
 * What a factory of sign-ins or file exchanges implements beside, if its world can be told on whose behalf it is called.
 *
 * @param <S> its settings
 */
public interface NamesApplication<S> {
    /** The settings with the embedding application's name, unless they name one already. */
    S named(S settings, String application);
}
