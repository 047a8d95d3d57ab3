import Crypto
import Encryption

/// `X-Hub-Signature-256`: HMAC-SHA256 over the raw bytes of a webhook, keyed by the app secret.
///
/// Meta signs the JSON as it sends it, with escapes such as `\u00e4`; written anew, the same
/// document would have another signature. Source: Webhooks, "Validate payloads".
package enum WhatsAppSignature {
    package static let field = "X-Hub-Signature-256"

    private static let prefix = "sha256="
    private static let digits = 2 * SHA256.byteCount

    /// The field's value for a body, as Meta writes it: `sha256=` and 64 lower-case digits.
    package static func value(for body: [UInt8], secret: String) -> String {
        prefix + Hex.encode(code(for: body, secret))
    }

    /// The request with its signature; a signature it had is gone.
    package static func sign(_ request: WebhookRequest, secret: String) -> WebhookRequest {
        var fields = request.headers.pairs.filter { $0.name != field.lowercased() }
        fields.append((name: field, value: value(for: request.body, secret: secret)))
        return WebhookRequest(
            method: request.method,
            target: request.target,
            headers: HTTPFieldList(fields.map { ($0.name, $0.value) }),
            body: request.body
        )
    }

    /// Takes a request that one of the secrets signed.
    package static func verify(
        _ request: WebhookRequest,
        secrets: [String]
    ) throws(WebhookRefusal) {
        let values = request.headers.all(field)
        guard let value = values.first else { throw .noSignature }
        guard values.count == 1, let given = code(from: value) else { throw .malformedSignature }
        // Each secret is tried, so that the time taken does not tell which one fits.
        let isRight = secrets.reduce(false) { isRight, secret in
            ConstantTime.equal(given, code(for: request.body, secret)) || isRight
        }
        guard isRight else { throw .wrongSignature }
    }

    /// `appsecret_proof`, which shows that who holds the access token also has the app secret
    /// (Graph API, "Securing requests").
    package static func proof(of accessToken: String, secret: String) -> String {
        Hex.encode(code(for: [UInt8](accessToken.utf8), secret))
    }

    /// Exactly Meta's form: no capitals, no spaces, no other algorithm.
    private static func code(from value: String) -> [UInt8]? {
        guard value.utf8.count == prefix.utf8.count + digits, value.hasPrefix(prefix) else {
            return nil
        }
        let text = value.dropFirst(prefix.count)
        guard text.utf8.allSatisfy({ WhatsAppText.isDigit($0) || (0x61...0x66).contains($0) })
        else { return nil }
        return Hex.decode(String(text))
    }

    private static func code(for bytes: [UInt8], _ secret: String) -> [UInt8] {
        let key = SymmetricKey(data: [UInt8](secret.utf8))
        return [UInt8](HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }
}
