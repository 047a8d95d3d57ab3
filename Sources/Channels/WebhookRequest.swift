/// A request as it came in over HTTP: nothing of it is believed yet.
package struct WebhookRequest: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable { case get = "GET", post = "POST" }

    package let method: Method
    /// Path and query as they stood in the request line, percent-encoded.
    package let target: String
    package let headers: HTTPFieldList
    /// The raw bytes: signatures are over these.
    package let body: [UInt8]

    package init(
        method: Method = .post,
        target: String,
        headers: HTTPFieldList,
        body: [UInt8]
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// What follows the first `?`, percent-encoded.
    package var query: String {
        guard let mark = target.firstIndex(of: "?") else { return "" }
        return String(target[target.index(after: mark)...])
    }
}

/// A request whose sender is known: only a channel's verifier makes one.
package struct VerifiedWebhook: Hashable, Sendable {
    package let request: WebhookRequest

    init(_ request: WebhookRequest) {
        self.request = request
    }

    package var body: [UInt8] { request.body }
}

/// Names and values of HTTP fields; names in any case.
package struct HTTPFieldList: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private let fields: [(name: String, value: String)]

    package init(_ fields: [(String, String)]) {
        self.fields = fields.map { (name: $0.0.lowercased(), value: $0.1) }
    }

    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements)
    }

    /// The value of a field that is there exactly once.
    ///
    /// A signature that comes twice is none.
    package subscript(name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values[0] : nil
    }

    package func all(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return fields.filter { $0.name == wanted }.map(\.value)
    }

    /// Every field in order, names in lower case.
    package var pairs: [(name: String, value: String)] { fields }

    package static func == (left: HTTPFieldList, right: HTTPFieldList) -> Bool {
        left.fields.elementsEqual(right.fields, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }
}
