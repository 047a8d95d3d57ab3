/// An address that requests are posted to, checked before anything is sent there.
///
/// Own code because one reading has to hold for the check and for the request: what two readers of
/// URLs take apart differently is refused. It never prints its path, which often is a secret.
package struct WebhookURL: Hashable, Sendable {
    /// Bytes in the longest URL.
    package static let longestText = 2048
    /// Bytes in the longest host (RFC 1035 §2.3.4).
    package static let longestHost = 253

    /// The URL as it was given.
    package let text: String
    /// Whether it is `https`; otherwise it stays on this machine.
    package let isSecure: Bool
    /// In lower case, without brackets and without a full stop at its end.
    package let host: String
    package let port: Int
    /// What the host is if it is no name.
    package let address: IPLiteral?

    /// Reads an absolute URL: `https`, or `http` to this machine itself.
    package init(_ text: String) throws(WebhookURLError) {
        guard text.utf8.count <= Self.longestText else { throw .tooLong(limit: Self.longestText) }
        guard text.utf8.allSatisfy(Self.isAllowed) else { throw .forbiddenCharacter }
        let (isSecure, rest) = try Self.scheme(of: text)
        guard !rest.contains("#") else { throw .fragment }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .userInformation }
        let (host, isBracketed, digits) = try Self.parts(of: authority)
        (self.host, address) = try Self.host(host, isBracketed: isBracketed)
        port = try digits.map(Self.portNumber) ?? (isSecure ? 443 : 80)
        self.text = text
        self.isSecure = isSecure
        guard isSecure || isLoopback else { throw .notSecure }
    }

    /// Whether the host is this machine, by its number or as `localhost` (RFC 6761 §6.3).
    package var isLoopback: Bool {
        address?.isLoopback ?? (host == "localhost" || host.hasSuffix(".localhost"))
    }

    /// Whether the URL itself says that it leads to a network of our own.
    ///
    /// The first half of the guard against requests to inside services (Standard Webhooks 1.0.0,
    /// "Server side request forgery"). The other half is whoever connects: a name may lead there
    /// too, so `IPLiteral.isPrivate` has to be asked of each address it resolves to.
    package var isLiterallyPrivate: Bool {
        address?.isPrivate ?? isLoopback
    }

    /// Visible ASCII without what RFC 3986 has no place for; a backslash is a slash to some.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    private static func scheme(
        of text: String
    ) throws(WebhookURLError) -> (isSecure: Bool, rest: Substring) {
        for (prefix, isSecure) in [("https://", true), ("http://", false)]
        where text.lowercased().hasPrefix(prefix) {
            return (isSecure, text.dropFirst(prefix.count))
        }
        throw .unknownScheme
    }

    /// Host and port; the port with what follows its colon, if there is one.
    private static func parts(
        of authority: Substring
    ) throws(WebhookURLError) -> (host: Substring, isBracketed: Bool, port: Substring?) {
        guard authority.first == "[" else {
            let colon = authority.firstIndex(of: ":") ?? authority.endIndex
            return (authority[..<colon], false, port(in: authority[colon...]))
        }
        guard let end = authority.firstIndex(of: "]") else { throw .malformedHost }
        let after = authority[authority.index(after: end)...]
        guard after.isEmpty || after.first == ":" else { throw .malformedHost }
        return (authority[..<end].dropFirst(), true, port(in: after))
    }

    private static func port(in text: Substring) -> Substring? {
        text.isEmpty ? nil : text.dropFirst()
    }

    private static func portNumber(_ digits: Substring) throws(WebhookURLError) -> Int {
        guard (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(digits), (1...65_535).contains(port)
        else { throw .malformedPort }
        return port
    }

    private static func host(
        _ text: Substring,
        isBracketed: Bool
    ) throws(WebhookURLError) -> (String, IPLiteral?) {
        guard !text.isEmpty else { throw .noHost }
        let host = text.lowercased()
        if isBracketed {
            guard let address = IPLiteral(ipv6: text) else { throw .malformedHost }
            return (host, address)
        }
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        guard name.utf8.count <= longestHost,
            name.split(
                separator: ".",
                omittingEmptySubsequences: false
            ).allSatisfy(isLabel)
        else { throw .malformedHost }
        switch IPLiteral.reading(ofHost: name) {
        case .address(let address): return (String(name), address)
        case .malformed: throw .malformedHost
        case .name: return (String(name), nil)
        }
    }

    /// Letters, digits, hyphens and underscores; percent signs could hide anything.
    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count)
            && label.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension WebhookURL: CustomStringConvertible, CustomReflectable {
    package var description: String { "WebhookURL(\(host))" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
