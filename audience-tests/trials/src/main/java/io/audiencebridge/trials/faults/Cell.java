// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

/**
 * One cell of the matrix, once for each call.
 *
 * @param use the use case
 * @param fault what goes wrong
 * @param site with which of its calls
 */
record Cell(Use use, Fault fault, Site site) {
    /** What it is called in reports. */
    String told() {
        return use.title() + " x " + fault.title() + " at " + site.told();
    }

    /** Whether what is wrong is in the bridge's own settings, so that it is built anew once they are right. */
    boolean isInSettings() {
        return isWrongStore() || fault == Fault.WRONG_KEY;
    }

    /** The store's client takes neither a trust store nor a name service of ours, so that it has the wrong address from the first call on. */
    boolean isWrongStore() {
        return site.system().equals("s3") && (fault.isOfTls() || fault == Fault.NAMELESS);
    }

    /** Whether that fault can strike that call, in a way that another cell does not show. */
    boolean makesSense(boolean firstOfSystem) {
        if (use.isEncrypted() || fault == Fault.WRONG_KEY) {
            return use.isEncrypted() && fault == Fault.WRONG_KEY && site.ordinal() == 1;
        }
        return fault == Fault.CORRUPT_GZIP
                ? site.packed()
                : !isWrongStore() || (firstOfSystem && fault != Fault.EXPIRED);
    }
}
