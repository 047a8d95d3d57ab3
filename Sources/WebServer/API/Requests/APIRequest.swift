import ConversationRuntime
import Encryption
import JSONCoding
import Storage

/// A request that was authenticated, counted and checked against its operation's description.
struct APIRequest: Sendable {
    let operation: APIOperation
    let holder: APIKeyHolder
    /// By name, checked.
    let parameters: [String: String]
    /// An object that was checked; empty where the operation takes none.
    let body: JSONValue

    /// Who acts, as the log names them.
    var actor: String { APIKeys.actor(holder.id) }

    /// The contact named in the path.
    var contact: ContactID? {
        parameters["contact"].flatMap { Hex.decode($0) }.flatMap { ContactID(bytes: $0) }
    }

    /// The contact named in the body.
    var namedContact: ContactID? {
        body["contact"]?.text.flatMap { Hex.decode($0) }.flatMap { ContactID(bytes: $0) }
    }

    /// How many elements a page may have.
    var limit: Int { parameters["limit"].flatMap { Int($0) } ?? Self.standardLimit }

    static let standardLimit = 100
}

/// What an operation answers.
struct APIAnswer: Hashable, Sendable {
    let status: Int
    let body: [UInt8]
    let type: String

    init(status: Int = 200, _ json: JSONValue) {
        self.init(status: status, [UInt8](json.compact.utf8), type: Self.json)
    }

    init(status: Int = 200, _ body: [UInt8], type: String) {
        self.status = status
        self.body = body
        self.type = type
    }

    static let json = "application/json"
}

extension JSONValue {
    /// A text or null.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
}
