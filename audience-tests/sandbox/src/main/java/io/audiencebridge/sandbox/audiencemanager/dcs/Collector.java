// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

/**
 * What all calls share. Guarded by the company's lock.
 *
 * @param partner for whom it is collected
 * @param conduct how it is done
 * @param bindings when ids were bound
 * @param denied ids that came too often
 * @param optOuts who opted out where
 */
record Collector(Partner partner, Conduct conduct, Bindings bindings, DenyList denied, OptOuts optOuts) {}
