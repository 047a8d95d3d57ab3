extension AuditLeaf {
    /// Reads back exactly what `encode` writes; any other byte sequence is refused.
    package static func decode(_ bytes: [UInt8]) throws(LeafError) -> AuditLeaf {
        let scan = try LeafScan(bytes)
        func digest(_ range: Range<Int>?) -> [UInt8]? { range.flatMap { Hex.bytes(in: bytes[$0]) } }
        func name(_ range: Range<Int>?) -> String? { range.map { unescaped(bytes[$0]) } }
        let event = AuditEvent(
            time: scan.time,
            kind: scan.kind,
            subject: digest(scan.subject),
            session: digest(scan.session),
            sequence: scan.sequence,
            flow: name(scan.flow),
            from: name(scan.from),
            to: name(scan.to),
            cause: name(scan.cause),
            purpose: name(scan.purpose),
            actor: name(scan.actor)
        )
        return AuditLeaf(event: event, payload: digest(scan.payload), state: digest(scan.state))
    }

    /// Takes characters that a scan has passed, so that every escape is whole.
    static func unescaped(_ characters: ArraySlice<UInt8>) -> String {
        guard characters.contains(LeafText.backslash) else {
            return String(decoding: characters, as: UTF8.self)
        }
        var text: [UInt8] = []
        var rest = characters
        while let byte = rest.popFirst() {
            guard byte == LeafText.backslash, let escaped = rest.popFirst() else {
                text.append(byte)
                continue
            }
            if escaped == LeafText.quote || escaped == LeafText.backslash {
                text.append(escaped)
            } else {
                // `u00` and two digits.
                text += Hex.bytes(in: rest.prefix(4).suffix(2)) ?? []
                rest = rest.dropFirst(4)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
