import ConversationRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JSONCoding
import NIOCore
import Storage

/// Why a request was not done (RFC 9457).
///
/// Nothing that a client sent and nothing that is stored of a person is in one.
struct Problem: Error, Sendable {
    static let mediaType = "application/problem+json"

    let kind: ProblemKind
    var members: [JSONValue.Member] = []
    var fields: [(name: HTTPField.Name, value: String)] = []
    /// Whether the connection ends with the answer, because the rest of the request is not read.
    var endsConnection = false

    init(_ kind: ProblemKind, _ members: JSONValue.Member...) {
        self.kind = kind
        self.members = members
    }

    /// Stable, and relative to wherever the daemon is.
    static func type(of kind: ProblemKind) -> String { "/problems/\(kind.rawValue)" }

    static let shape = JSONShape.open([
        .init("type", .anyText, "Names the problem: compare with this."),
        .init("title", .anyText, "The problem in a few words."),
        .init("status", .integer(400...599), "As in the status line."),
        .init("detail", .anyText, "What to do about it."),
        .optional(
            "errors",
            .list(
                .open([
                    .optional("pointer", .anyText, "Where in the body (RFC 6901)."),
                    .optional("parameter", .anyText, "Which parameter."),
                    .init("detail", .anyText, "What is wrong with it."),
                ]),
                count: 0...JSONShape.faultLimit
            ),
            "What is wrong with the request."
        ),
        .optional("scope", .anyText, "The scope that is missing."),
        .optional("contact", .text(.contact), "The contact to use instead."),
        .optional("wanted", .anyText, "What would fit."),
        .optional("reason", .anyText, "What the gate says, in one word."),
        .optional("purpose", .anyText, "The purpose it was for."),
        .optional("channel", .anyText, "The channel it was to leave on."),
    ])

    var json: JSONValue {
        .object(
            [
                .init("type", .text(Self.type(of: kind))), .init("title", .text(kind.title)),
                .init("status", .integer(kind.status)),
                .init("detail", .text(kind.advice)),
            ] + members
        )
    }

    var response: Response {
        var response = Plain.response(
            HTTPResponse.Status(code: kind.status),
            [UInt8](json.compact.utf8),
            type: Self.mediaType
        )
        for field in fields { response.headers[field.name] = field.value }
        if endsConnection { response.headers[.connection] = "close" }
        return response
    }
}

extension Problem {
    /// A request whose parts are not what they have to be.
    static func invalid(_ faults: [ShapeFault]) -> Problem {
        invalid(errors: faults.map { [("pointer", $0.pointer), ("detail", $0.text)] })
    }

    static func invalid(parameter name: String, _ text: String) -> Problem {
        invalid(errors: [[("parameter", name), ("detail", text)]])
    }

    private static func invalid(errors: [[(String, String)]]) -> Problem {
        let list = errors.map { error in
            JSONValue.object(error.map { JSONValue.Member($0.0, .text($0.1)) })
        }
        return Problem(.invalidRequest, .init("errors", .list(list)))
    }

    /// What went wrong in the engine; of a transient fault a client hears when to come back.
    init(_ error: EngineError) {
        switch error {
        case .conflict: self.init(.conflict)
        case .store(let error): self.init(error)
        case .program(.store(let error)), .log(.store(let error)): self.init(error)
        case .log(.beyondEnd), .log(.pruned): self.init(.leafUnknown)
        case .log(.unsigned): self.init(.leafUnsigned)
        case .program, .tampered, .wrongKey, .log: self.init(.damaged)
        }
    }

    init(_ error: StoreError) {
        self.init(error.isTransient ? .unavailable : .damaged)
        if error.isTransient { fields = [(.retryAfter, Self.retryAfter)] }
    }

    init(_ error: APIKeyError) {
        switch error {
        case .store(let error): self.init(error)
        case .tooMany: self.init(.tooManyKeys)
        case .noScopes, .expiryOutOfRange: self.init(.invalidRequest)
        case .noFreeID: self.init(.damaged)
        }
    }

    /// Seconds.
    private static let retryAfter = "5"
}
