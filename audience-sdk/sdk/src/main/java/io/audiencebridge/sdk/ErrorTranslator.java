// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Turns every error into its exception; total by construction. */
final class ErrorTranslator implements BridgeError.Cases<AudienceBridgeException> {
    @Override
    public AudienceBridgeException invalidRequest(BridgeError.InvalidRequest error) {
        return new InvalidRequestException(error);
    }

    @Override
    public AudienceBridgeException notFound(BridgeError.NotFound error) {
        return new NotFoundException(error);
    }

    @Override
    public AudienceBridgeException accessDenied(BridgeError.AccessDenied error) {
        return new AccessDeniedException(error);
    }

    @Override
    public AudienceBridgeException conflict(BridgeError.Conflict error) {
        return new ConflictException(error);
    }

    @Override
    public AudienceBridgeException throttled(BridgeError.Throttled error) {
        return new ThrottledException(error);
    }

    @Override
    public AudienceBridgeException unavailable(BridgeError.Unavailable error) {
        return new UnavailableException(error);
    }

    @Override
    public AudienceBridgeException rejectedBySystem(BridgeError.RejectedBySystem error) {
        return new RejectedBySystemException(error);
    }

    @Override
    public AudienceBridgeException protocolBreach(BridgeError.ProtocolBreach error) {
        return new ProtocolBreachException(error);
    }

    @Override
    public AudienceBridgeException outcomeUnknown(BridgeError.OutcomeUnknown error) {
        return new OutcomeUnknownException(error);
    }

    @Override
    public AudienceBridgeException deadlineExceeded(BridgeError.DeadlineExceeded error) {
        return new DeadlineExceededException(error);
    }

    @Override
    public AudienceBridgeException cancelled(BridgeError.Cancelled error) {
        return new CancelledException(error);
    }

    @Override
    public AudienceBridgeException localFailure(BridgeError.LocalFailure error) {
        return new LocalFailureException(error);
    }

    @Override
    public AudienceBridgeException unbalanced(BridgeError.Unbalanced error) {
        return new UnbalancedException(error);
    }
}
