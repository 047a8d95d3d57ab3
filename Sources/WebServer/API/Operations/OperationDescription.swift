import ConversationRuntime

/// One operation, described once: its route, its checks and its place in the document come from
/// here, so that the document cannot say anything else than the server does.
struct OperationDescription: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    enum Access: Hashable, Sendable {
        /// Without a key.
        case open
        case anyKey
        case scope(APIScope)
    }

    struct Body: Sendable {
        let shape: JSONShape
        let isRequired: Bool
    }

    /// A parameter in the path, the query or the header.
    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path, query, header
        }

        let name: String
        let place: Place
        let shape: JSONShape
        let about: String
        /// What is wrong when a part of the path cannot name anything.
        var missing = ProblemKind.notFound
    }

    /// What is answered when all goes well.
    struct Success: Sendable {
        enum Content: Sendable {
            case json(JSONShape)
            case text(String)
        }

        let status: Int
        let about: String
        let content: Content
    }

    let method: Method
    /// With each parameter in braces.
    let path: String
    let summary: String
    var about = ""
    let access: Access
    var budget = Budget.read
    var parameters: [Parameter] = []
    var body: Body?
    let success: Success
    /// What may go wrong that does not go wrong everywhere.
    var problems: [ProblemKind] = []
    /// Whether a repetition with the same `Idempotency-Key` does nothing.
    var isRepeatable = false
    /// Whether the call comes to a turn of the contact, which writes the leaf of the call itself.
    var isWrittenByTurn = false
}

extension OperationDescription {
    /// All that may go wrong: what the operation says, and what its form brings along.
    var allProblems: [ProblemKind] {
        var kinds = problems
        if access != .open { kinds += [.unauthorized, .rateLimited] }
        if case .scope = access { kinds.append(.insufficientScope) }
        if parameters.contains(where: { $0.place == .path }) { kinds.append(.notFound) }
        if body != nil {
            kinds += [.malformedJSON, .unsupportedMediaType, .bodyTooLarge, .bodyTooSlow]
        }
        if body != nil || parameters.contains(where: { $0.place != .path }) || isRepeatable {
            kinds.append(.invalidRequest)
        }
        if isRepeatable { kinds += [.idempotencyMismatch, .requestInProgress] }
        if access != .open { kinds += [.conflict, .unavailable, .damaged] }
        return ProblemKind.allCases.filter(kinds.contains)
    }

    /// The parameters with the one that every repeatable operation has.
    var allParameters: [Parameter] {
        parameters + (isRepeatable ? [.idempotencyKey] : [])
    }
}

extension OperationDescription.Parameter {
    static let contact = Self(
        name: "contact",
        place: .path,
        shape: .text(.contact),
        about: "The contact's pseudonym, as `POST /v1/contacts/lookup` tells it.",
        missing: .contactUnknown
    )

    static let idempotencyKey = Self(
        name: "Idempotency-Key",
        place: .header,
        shape: .text(.idempotencyKey),
        about: "Drawn by the client for this one request. For 24 hours a repetition with it is "
            + "answered as the first time was, and nothing is done again."
    )

    static func limit(upTo most: Int64) -> Self {
        Self(
            name: "limit",
            place: .query,
            shape: .integer(1...most),
            about: "How many at most; 100 if it is not given."
        )
    }

    static func cursor(_ form: TextForm) -> Self {
        Self(
            name: "cursor",
            place: .query,
            shape: .text(form),
            about: "Where the page before ended: its `next`."
        )
    }
}

extension OperationDescription.Body {
    /// Nothing to say: no body, or an empty object.
    static let empty = Self(shape: .object([]), isRequired: false)
}
