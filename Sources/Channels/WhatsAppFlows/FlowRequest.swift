package import JSONCoding

/// What a form inside WhatsApp asks, in clear.
///
/// It never prints itself whole: the data is what somebody filled in.
package struct FlowRequest: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// WhatsApp asks whether we are there.
        case ping
        /// The form was opened.
        case open = "INIT"
        /// A screen was submitted.
        case exchange = "data_exchange"
        /// The contact went back to an earlier screen.
        case back = "BACK"
    }

    /// WhatsApp could not use our last answer.
    package struct Complaint: Hashable, Sendable {
        /// WhatsApp's name for it, such as `invalid-screen-transition`.
        package let code: String
        /// WhatsApp's sentence, for people.
        package let message: String
    }

    /// Bytes in the longest version.
    package static let longestVersion = 16
    /// Bytes in the longest name of a screen, or token; characters of a complaint that are kept.
    package static let longestName = 1024

    /// The version of the protocol, such as `3.0`.
    package let version: String
    package let action: Action
    /// The screen it comes from; `nil` when the form was just opened.
    package let screen: String?
    /// What the screen's fields hold, by their names; empty when there is nothing.
    package let data: [JSONValue.Member]
    /// What we gave along when the form was sent; a ping has none.
    package let token: String?
    package let complaint: Complaint?

    /// Reads a request; `nil` for a document that the protocol does not have.
    init?(_ document: JSONValue) {
        guard let version = document["version"]?.text,
            (1...Self.longestVersion).contains(version.utf8.count),
            let action = document["action"]?.text.flatMap(Self.action),
            case .some(let screen) = Self.name("screen", in: document),
            case .some(let token) = Self.name("flow_token", in: document)
        else { return nil }
        switch document["data"] {
        case .object(let members): data = members
        case nil, .null: data = []
        case .boolean, .number, .text, .list: return nil
        }
        self.version = version
        self.action = action
        self.screen = screen
        self.token = token
        complaint = Self.complaint(in: .object(data))
    }

    /// The value of a field of the form.
    package subscript(field: String) -> JSONValue? {
        data.first { $0.name == field }?.value
    }

    /// Capitals differ between the pages of WhatsApp's documentation.
    private static func action(_ text: String) -> Action? {
        Action.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
    }

    private static func complaint(in data: JSONValue) -> Complaint? {
        guard let code = data["error"]?.text else { return nil }
        let message = data["error_message"]?.text ?? ""
        return Complaint(
            code: String(code.prefix(longestName)),
            message: String(message.prefix(longestName))
        )
    }

    /// A text of limited length; an empty one is none.
    ///
    /// `nil` outside for a value that is no such text, and inside for no value.
    private static func name(_ member: String, in document: JSONValue) -> String?? {
        switch document[member] {
        case nil, .null: .some(nil)
        case .text(let text):
            text.utf8.count > longestName ? nil : .some(text.isEmpty ? nil : text)
        case .boolean, .number, .list, .object: nil
        }
    }
}

extension FlowRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "FlowRequest(\(action.rawValue))" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
