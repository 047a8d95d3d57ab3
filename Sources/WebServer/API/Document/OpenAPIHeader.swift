import JSONCoding

/// Header fields that answers have, as the document states them.
enum OpenAPIHeader: String, CaseIterable {
    case rateLimit = "RateLimit"
    case policy = "RateLimit-Policy"
    case retryAfter = "Retry-After"
    case authenticate = "WWW-Authenticate"

    /// Those that every problem of these kinds has.
    static func common(to kinds: [ProblemKind]) -> [OpenAPIHeader] {
        allCases.filter { header in kinds.allSatisfy { of($0).contains(header) } }
    }

    private static func of(_ kind: ProblemKind) -> [OpenAPIHeader] {
        switch kind {
        case .unauthorized: [.authenticate]
        case .insufficientScope: [.rateLimit, .policy, .authenticate]
        case .rateLimited: [.rateLimit, .policy, .retryAfter]
        case .unavailable: [.retryAfter]
        case .consentMissing, .messageWithheld, .channelUnknown, .flowUnknown, .purposeUnknown,
            .conversationOpen, .commandFlow, .formOutOfTime, .flowFailed,
            .malformedJSON, .notFound, .contactUnknown, .contactMerged, .slotUnknown,
            .valueNotKept, .deadLetterUnknown, .leafUnknown, .leafUnsigned, .logUnsigned,
            .keyUnknown, .methodNotAllowed, .bodyTooSlow, .conflict, .valueUnfit, .tooManyKeys,
            .ownKey, .requestInProgress, .bodyTooLarge, .unsupportedMediaType, .invalidRequest,
            .idempotencyMismatch, .damaged:
            []
        }
    }

    static var components: JSONValue {
        .object(
            allCases.map { header in
                .init(
                    header.rawValue,
                    [
                        "description": .text(header.about), "required": .boolean(true),
                        "schema": ["type": "string"],
                    ]
                )
            }
        )
    }

    /// `nil` for no headers.
    static func references(_ headers: [OpenAPIHeader]) -> JSONValue? {
        guard !headers.isEmpty else { return nil }
        return .object(
            headers.map {
                .init($0.rawValue, ["$ref": .text("#/components/headers/\($0.rawValue)")])
            }
        )
    }

    private var about: String {
        switch self {
        case .rateLimit: "What is left (draft-ietf-httpapi-ratelimit-headers-11)."
        case .policy: "What there may be (draft-ietf-httpapi-ratelimit-headers-11)."
        case .retryAfter: "Seconds to wait."
        case .authenticate: "How to authenticate (RFC 6750)."
        }
    }
}
