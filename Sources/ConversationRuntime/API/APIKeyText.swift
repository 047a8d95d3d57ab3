/// A key as a program sends it: `parley_<id>_<secret>_<checksum>`.
///
/// The first word lets secret scanners find a key that got into the wrong place. The checksum tells
/// a typing mistake without asking anybody. The text never prints itself.
package struct APIKeyText: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package static let prefix = "parley"
    /// Lower-case letters and digits that name a key in lists and in the log.
    package static let idLength = 8
    /// Letters and digits that nobody can guess: 43 of 62 are 256 bits.
    package static let secretLength = 43
    /// Letters and digits of a CRC-32 over everything before the last underscore.
    package static let checksumLength = 6
    /// Bytes in a key.
    package static let byteCount =
        prefix.utf8.count + idLength + secretLength + checksumLength + 3

    private static let digits = [UInt8](
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8
    )
    private static let idDigits = [UInt8]("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// The public part.
    package let id: String
    let secret: String

    private init(id: String, secret: String) {
        self.id = id
        self.secret = secret
    }

    /// Draws a new one.
    package init(using generator: inout some RandomNumberGenerator) {
        self.init(
            id: Self.draw(Self.idLength, of: Self.idDigits, &generator),
            secret: Self.draw(Self.secretLength, of: Self.digits, &generator)
        )
    }

    /// Reads a key; `nil` for anything that is none, also for one with a typing mistake in it.
    package init?(_ text: String) {
        guard text.utf8.count == Self.byteCount else { return nil }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == Self.prefix,
            Self.isPart(parts[1], Self.idLength, of: Self.idDigits),
            Self.isPart(parts[2], Self.secretLength, of: Self.digits)
        else { return nil }
        self.init(id: String(parts[1]), secret: String(parts[2]))
        guard self.text == text else { return nil }
    }

    /// The whole key: shown once, and kept by whoever calls.
    package var text: String {
        let body = "\(Self.prefix)_\(id)_\(secret)"
        return "\(body)_\(Self.checksum(of: body))"
    }

    package var description: String { "API key \(id)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether a text has the form of the public part.
    package static func isID(_ text: String) -> Bool { isPart(text[...], idLength, of: idDigits) }

    private static func isPart(_ text: Substring, _ length: Int, of digits: [UInt8]) -> Bool {
        text.utf8.count == length && text.utf8.allSatisfy(digits.contains)
    }

    private static func draw(
        _ count: Int,
        of digits: [UInt8],
        _ generator: inout some RandomNumberGenerator
    ) -> String {
        var drawn: [UInt8] = []
        drawn.reserveCapacity(count)
        while drawn.count < count {
            // Each digit is as likely as any other.
            drawn.append(digits[Int.random(in: digits.indices, using: &generator)])
        }
        return String(decoding: drawn, as: UTF8.self)
    }

    private static func checksum(of body: String) -> String {
        var rest = CRC32.checksum(of: body.utf8)
        var drawn: [UInt8] = []
        for _ in 0..<checksumLength {
            drawn.append(digits[Int(rest % 62)])
            rest /= 62
        }
        return String(decoding: drawn.reversed(), as: UTF8.self)
    }
}
