/// What is wrong with stored bytes that were opened but cannot be understood.
package enum ByteCodingError: Error, Hashable, Sendable {
    case truncated
    case invalidText
    case invalidValue(String)
    case unknownVersion(UInt8)
    case trailingBytes
}

/// Reads what `ByteWriter` wrote, and refuses everything else.
package struct ByteReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package mutating func readByte() throws(ByteCodingError) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func readNumber() throws(ByteCodingError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            guard shift < 63 || (shift == 63 && byte <= 1) else {
                throw .invalidValue("number")
            }
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 {
                // One number has one form.
                guard byte != 0 || shift == 0 else { throw .invalidValue("number") }
                return number
            }
            shift += 7
        }
    }

    package mutating func readSigned() throws(ByteCodingError) -> Int64 {
        let number = try readNumber()
        return Int64(bitPattern: (number >> 1) ^ (0 &- (number & 1)))
    }

    /// A count of things of at least one byte each, so that no count can outgrow its input.
    package mutating func readCount() throws(ByteCodingError) -> Int {
        let number = try readNumber()
        guard number <= UInt64(bytes.count - position) else { throw .truncated }
        return Int(number)
    }

    /// A number that indexes or counts something small.
    package mutating func readInt() throws(ByteCodingError) -> Int {
        guard let number = Int(exactly: try readNumber()) else { throw .invalidValue("number") }
        return number
    }

    package mutating func readFlag() throws(ByteCodingError) -> Bool {
        switch try readByte() {
        case 0: false
        case 1: true
        default: throw .invalidValue("flag")
        }
    }

    package mutating func readText() throws(ByteCodingError) -> String {
        let raw = try readBytes()
        guard let text = String(validating: raw, as: UTF8.self) else { throw .invalidText }
        return text
    }

    package mutating func readBytes() throws(ByteCodingError) -> [UInt8] {
        let count = try readCount()
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    package mutating func readOptional<Value>(
        _ body: (inout ByteReader) throws(ByteCodingError) -> Value
    ) throws(ByteCodingError) -> Value? {
        try readFlag() ? try body(&self) : nil
    }

    package mutating func readList<Value>(
        _ body: (inout ByteReader) throws(ByteCodingError) -> Value
    ) throws(ByteCodingError) -> [Value] {
        let count = try readCount()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    package func finish() throws(ByteCodingError) {
        guard position == bytes.count else { throw .trailingBytes }
    }
}
