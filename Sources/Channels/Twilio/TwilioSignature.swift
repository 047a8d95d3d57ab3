import Crypto
import Encryption

/// `X-Twilio-Signature`: base64 of HMAC-SHA1, under the auth token, over the address that was
/// called and the fields of the form.
///
/// Twilio, "Webhooks security". Fields stand name and value after each other, without separators,
/// sorted by their bytes, each pair once. A JSON body is not in it; the address then names the
/// body's SHA-256 in `bodySHA256`. There is no time in a signature, so a repeated request is only
/// known by its message's id.
///
/// The address is the one Twilio was given, never what a request says of itself: behind a proxy
/// `Host` is another, and anybody may write it. Only the query is the request's own.
package struct TwilioSignature: Hashable, Sendable {
    package static let field = "X-Twilio-Signature"
    /// The part of a query that holds the hash of a JSON body.
    package static let hashName = "bodySHA256"
    /// Characters in the base64 of 20 bytes.
    private static let characters = 28

    private let scheme: String
    /// With its `@`, or empty.
    private let userInfo: String
    private let host: String
    private let port: String?
    private let path: String

    /// The signatures of one webhook; `nil` for what is no address over HTTP.
    ///
    /// - Parameter webhookURL: As it stands in Twilio's settings; what follows a `?` or a `#` is no
    ///   part of it here.
    package init?(webhookURL: String) {
        guard webhookURL.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) }),
            let scheme = ["https://", "http://"].first(where: webhookURL.hasPrefix)
        else { return nil }
        let rest = webhookURL.dropFirst(scheme.count).prefix { $0 != "?" && $0 != "#" }
        let authority = rest.prefix { $0 != "/" }
        let user = authority.lastIndex(of: "@").map { authority[...$0] } ?? ""
        var host = authority.dropFirst(user.count)
        var port: String?
        // A colon inside of brackets belongs to an IPv6 address.
        if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
            let digits = host[host.index(after: colon)...].utf8
            guard (1...5).contains(digits.count), digits.allSatisfy(TwilioID.isDigit) else {
                return nil
            }
            port = String(decoding: digits, as: UTF8.self)
            host = host[..<colon]
        }
        guard !host.isEmpty else { return nil }
        self.scheme = scheme
        userInfo = String(user)
        self.host = String(host)
        self.port = port
        path = String(rest.dropFirst(authority.count))
    }

    /// Passes what was signed with one of the tokens; all count, while one takes over from another.
    package func verify(
        _ request: WebhookRequest,
        tokens: [String]
    ) throws(WebhookRefusal) {
        guard request.method == .post else { throw .wrongMethod }
        let given = request.headers.all(Self.field)
        guard !given.isEmpty else { throw .noSignature }
        guard given.count == 1, given[0].utf8.count == Self.characters,
            let wanted = Base64.decode(given[0])
        else { throw .malformedSignature }
        guard let form = Self.signedFields(of: request) else { throw .wrongSignature }
        var isOurs = false
        for token in tokens {
            for address in addresses(of: request) {
                let made = Self.code(over: address, form, token: token)
                // No way out of the loops before all is tried.
                if ConstantTime.equal(made, wanted) { isOurs = true }
            }
        }
        guard isOurs else { throw .wrongSignature }
    }

    /// The same request, signed as Twilio does it: for simulators and tests.
    package func sign(_ request: WebhookRequest, token: String) -> WebhookRequest {
        var target = request.target
        if Self.isJSON(request) {
            target += target.contains("?") ? "&" : "?"
            target += "\(Self.hashName)=\(Hex.encode(Array(SHA256.hash(data: request.body))))"
        }
        let hashed = WebhookRequest(
            method: request.method,
            target: target,
            headers: request.headers,
            body: request.body
        )
        let form = Self.signedFields(of: hashed) ?? FormFields([])
        // Twilio leaves out the port of an address over HTTPS, and keeps it over HTTP.
        let keepsPort = port != nil && scheme == "http://"
        let address = addresses(of: hashed)[keepsPort ? 0 : 1]
        let code = Base64.encode(Self.code(over: address, form, token: token))
        let others = hashed.headers.pairs.filter { $0.name != Self.field.lowercased() }
        return WebhookRequest(
            method: hashed.method,
            target: hashed.target,
            headers: HTTPFieldList(others.map { ($0.name, $0.value) } + [(Self.field, code)]),
            body: hashed.body
        )
    }

    /// Whether the body is JSON, as the request says: otherwise it is a form.
    package static func isJSON(_ request: WebhookRequest) -> Bool {
        let type = request.headers["content-type"]?.prefix { $0 != ";" } ?? ""
        return type.filter { $0 != " " }.lowercased() == "application/json"
    }

    /// The addresses that may have been signed: with a port and without one.
    private func addresses(of request: WebhookRequest) -> [String] {
        let mark = request.target.firstIndex(of: "?")
        let query = mark.map { request.target[$0...] } ?? ""
        let start = scheme + userInfo + host
        let port = port ?? (scheme == "https://" ? "443" : "80")
        return ["\(start):\(port)\(path)\(query)", "\(start)\(path)\(query)"]
    }

    /// The fields that a signature covers; `nil` where the body is not what the address says of it.
    private static func signedFields(of request: WebhookRequest) -> FormFields? {
        guard isJSON(request) else { return FormFields(request.body) }
        let query = FormFields(request.query.utf8)?.fields ?? []
        let hashes = query.filter { $0.name == hashName }
        guard hashes.count == 1, let hash = Hex.decode(hashes[0].value),
            ConstantTime.equal(hash, Array(SHA256.hash(data: request.body)))
        else { return nil }
        return FormFields([])
    }

    private static func code(
        over address: String,
        _ form: FormFields,
        token: String
    ) -> [UInt8] {
        var code = HMAC<Insecure.SHA1>(key: SymmetricKey(data: Array(token.utf8)))
        code.update(data: Array(address.utf8))
        // By bytes: Swift's own order and equality of texts are those of Unicode.
        let pairs = form.fields.map { (name: Array($0.name.utf8), value: Array($0.value.utf8)) }
            .sorted { left, right in
                left.name == right.name
                    ? left.value.lexicographicallyPrecedes(right.value)
                    : left.name.lexicographicallyPrecedes(right.name)
            }
        for (index, pair) in pairs.enumerated() where index == 0 || pairs[index - 1] != pair {
            code.update(data: pair.name)
            code.update(data: pair.value)
        }
        return Array(code.finalize())
    }
}
