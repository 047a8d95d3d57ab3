/// Where a server listens: a host and a port.
package struct ListenAddress: Hashable, Sendable {
    /// Bytes in the longest address that is read.
    package static let longestText = 255

    /// A name or an address, without the brackets of IPv6.
    package let host: String
    /// 0 lets the system choose a free one.
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `host:port`, with brackets around an address of IPv6; anything else is `nil`.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longestText,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let colon = text.lastIndex(of: ":")
        else { return nil }
        let digits = text[text.index(after: colon)...]
        guard (1...5).contains(digits.count), digits.allSatisfy(\.isWholeNumber),
            let port = Int(digits), port <= 65_535
        else { return nil }
        var host = text[..<colon]
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: port)
    }

    /// The address as `init` reads it.
    package var text: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
