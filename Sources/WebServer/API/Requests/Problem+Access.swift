import ConversationRuntime
import HTTPTypes
import JSONCoding

// Who asks, and how often.
extension Problem {
    /// The same for every key that is not right, whatever is wrong with it.
    static func unauthorized(sentToken: Bool) -> Problem {
        var problem = Problem(.unauthorized)
        // RFC 6750, section 3.1: no error where no credentials were sent.
        let error = sentToken ? ", error=\"invalid_token\"" : ""
        problem.fields = [(.wwwAuthenticate, "Bearer realm=\"parley\"\(error)")]
        return problem
    }

    static func insufficientScope(_ scope: APIScope) -> Problem {
        var problem = Problem(.insufficientScope, .init("scope", .text(scope.rawValue)))
        let challenge = "Bearer realm=\"parley\", error=\"insufficient_scope\""
        problem.fields = [(.wwwAuthenticate, "\(challenge), scope=\"\(scope.rawValue)\"")]
        return problem
    }

    static func rateLimited(_ reading: RateReading) -> Problem {
        var problem = Problem(.rateLimited)
        problem.fields = [(.retryAfter, "\(max(1, reading.reading.secondsToNext))")]
        return problem
    }

    /// What an error means to a client; `nil` for the end of a connection.
    init?(of error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as EngineError: self.init(error)
        case let error as APIKeyError: self.init(error)
        case let fault as BoundedBody.Fault:
            switch fault {
            case .tooLarge: self.init(.bodyTooLarge)
            case .tooSlow: self.init(.bodyTooSlow)
            }
            endsConnection = true
        default: return nil
        }
    }
}
