/// An answer of HTTP/1.1 with a length, taken apart.
package struct RawAnswer: Hashable, Sendable {
    package let status: Int
    /// By name in small letters.
    package let fields: [String: String]
    package let body: [UInt8]

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Reads the first answer among the bytes; `nil` when it is not there as a whole.
    package init?(_ bytes: [UInt8]) {
        let blank = [UInt8]("\r\n\r\n".utf8)
        guard bytes.count >= blank.count,
            let end = (0...(bytes.count - blank.count)).first(where: {
                bytes[$0..<$0 + blank.count].elementsEqual(blank)
            })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            return nil
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            fields[line[..<colon].lowercased()] = String(value)
        }
        let rest = bytes[(end + blank.count)...]
        let length = fields["content-length"].flatMap { Int($0) } ?? 0
        guard rest.count >= length else { return nil }
        self.status = status
        self.fields = fields
        body = [UInt8](rest.prefix(length))
    }
}
