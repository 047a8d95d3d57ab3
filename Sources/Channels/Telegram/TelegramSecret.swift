import Encryption

/// `X-Telegram-Bot-Api-Secret-Token`: a word that only Telegram and the channel know.
///
/// It signs nothing. Whoever reads one request can make others, so the webhook has to be HTTPS.
package struct TelegramSecret: Sendable, CustomStringConvertible, CustomReflectable {
    package static let field = "X-Telegram-Bot-Api-Secret-Token"

    private let values: [[UInt8]]

    /// - Parameter values: Each 1 to 256 of `A-Z a-z 0-9 _ -`, as `setWebhook` takes them; `nil`
    ///   when one is not, or there is none.
    package init?(values: [String]) {
        guard !values.isEmpty, values.allSatisfy(Self.isWellFormed) else { return nil }
        self.values = values.map { [UInt8]($0.utf8) }
    }

    /// Passes a request with one of the values; all count, while one takes over from another.
    package func verify(_ request: WebhookRequest) throws(WebhookRefusal) {
        guard request.method == .post else { throw .wrongMethod }
        let given = request.headers.all(Self.field)
        guard !given.isEmpty else { throw .noSignature }
        guard given.count == 1, Self.isWellFormed(given[0]) else { throw .malformedSignature }
        var isOurs = false
        for value in values where ConstantTime.equal(value, [UInt8](given[0].utf8)) {
            isOurs = true
        }
        guard isOurs else { throw .wrongSignature }
    }

    /// The same request with the newest value, as Telegram sends it: for simulators and tests.
    package func sign(_ request: WebhookRequest) -> WebhookRequest {
        let others = request.headers.pairs.filter { $0.name != Self.field.lowercased() }
            .map { ($0.name, $0.value) }
        let secret = String(decoding: values[0], as: UTF8.self)
        return WebhookRequest(
            method: request.method,
            target: request.target,
            headers: HTTPFieldList(others + [(Self.field, secret)]),
            body: request.body
        )
    }

    package var description: String { "TelegramSecret(not shown)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether a secret, or the second part of a bot's token, may hold a byte.
    static func mayHold(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func isWellFormed(_ value: String) -> Bool {
        (1...TelegramLimits.secretToken).contains(value.utf8.count)
            && value.utf8.allSatisfy(mayHold)
    }
}
