import ByteCoding
import Testing

struct ByteCodingTests {
    static let numbers: [UInt64] = [
        0, 1, 127, 128, 255, 300, 16_383, 16_384, 1 << 32, 1 << 56, 1 << 63 - 1, 1 << 63, .max,
    ]

    @Test(arguments: numbers)
    func `a number is read back`(number: UInt64) throws {
        var writer = ByteWriter()
        writer.write(number)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.readNumber() == number)
        try reader.finish()
    }

    @Test(arguments: [0, 1, -1, 63, -64, 64, 1000, -1000, .max, .min] as [Int64])
    func `a signed number is read back`(number: Int64) throws {
        var writer = ByteWriter()
        writer.write(signed: number)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.readSigned() == number)
        try reader.finish()
    }

    @Test func `small numbers of either sign take one byte`() {
        var writer = ByteWriter()
        writer.write(signed: -64)
        writer.write(signed: 63)
        writer.write(127)
        #expect(writer.bytes == [127, 126, 127])
    }

    /// One of everything, so that a cut anywhere falls into something.
    private static func sample() -> [UInt8] {
        var writer = ByteWriter(reserving: 0)
        writer.write(byte: 7)
        writer.write(UInt64.max)
        writer.write(signed: -5)
        writer.write(true)
        writer.write("Grüße, мир 👩‍👩‍👧")
        writer.write([1, 2, 3] as [UInt8])
        writer.write(optional: "x") { $0.write($1) }
        writer.write(optional: String?.none) { $0.write($1) }
        writer.write(list: [10, 20, 30]) { $0.write($1) }
        writer.write(42)
        return writer.bytes
    }

    private static func read(_ bytes: [UInt8]) throws(ByteCodingError) -> [String] {
        var reader = ByteReader(bytes)
        var found: [String] = []
        found.append("\(try reader.readByte())")
        found.append("\(try reader.readNumber())")
        found.append("\(try reader.readSigned())")
        found.append("\(try reader.readFlag())")
        found.append(try reader.readText())
        found.append("\(try reader.readBytes())")
        for _ in 0..<2 {
            let text = try reader.readOptional { reader throws(ByteCodingError) in
                try reader.readText()
            }
            found.append(text ?? "none")
        }
        let list = try reader.readList { reader throws(ByteCodingError) in try reader.readInt() }
        found.append("\(list)")
        found.append("\(try reader.readInt())")
        try reader.finish()
        return found
    }

    @Test func `everything written is read back in order`() throws {
        let expected: [String] = [
            "7", "18446744073709551615", "-5", "true", "Grüße, мир 👩‍👩‍👧", "[1, 2, 3]", "x", "none",
            "[10, 20, 30]", "42",
        ]
        #expect(try Self.read(Self.sample()) == expected)
    }

    @Test func `bytes cut at any place are refused`() {
        let whole = Self.sample()
        for length in whole.indices {
            #expect(throws: ByteCodingError.self) { try Self.read(Array(whole[..<length])) }
        }
    }

    @Test func `a byte too many is refused`() {
        #expect(throws: ByteCodingError.trailingBytes) { try Self.read(Self.sample() + [0]) }
    }

    @Test func `any flipped bit reads or is refused, and never traps`() {
        let whole = Self.sample()
        for place in whole.indices {
            for bit in 0..<8 {
                var bytes = whole
                bytes[place] ^= 1 << UInt8(bit)
                // A flipped digit is still a number: that it ends at all is what counts.
                let outcome = Result { () throws(ByteCodingError) in try Self.read(bytes) }
                if case .success(let found) = outcome { #expect(found.count == 10) }
            }
        }
    }

    @Test func `a count greater than what follows is refused before anything is made`() {
        for claimed in [4, 1000, UInt64(Int.max), .max] as [UInt64] {
            var writer = ByteWriter()
            writer.write(claimed)
            let bytes = writer.bytes + [1, 2, 3]
            #expect(throws: ByteCodingError.truncated) {
                var reader = ByteReader(bytes)
                _ = try reader.readCount()
            }
            #expect(throws: ByteCodingError.truncated) {
                var reader = ByteReader(bytes)
                _ = try reader.readText()
            }
            #expect(throws: ByteCodingError.truncated) {
                var reader = ByteReader(bytes)
                _ = try reader.readList { reader throws(ByteCodingError) in
                    try reader.readByte()
                }
            }
        }
    }

    @Test(
        arguments: [
            [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x61, 0xFF],
        ] as [[UInt8]]
    )
    func `text that is no UTF-8 is refused`(raw: [UInt8]) {
        #expect(throws: ByteCodingError.invalidText) {
            var reader = ByteReader([UInt8(raw.count)] + raw)
            _ = try reader.readText()
        }
    }

    @Test(arguments: [
        [UInt8](repeating: 0xFF, count: 9) + [0x02],
        [UInt8](repeating: 0x80, count: 10) + [0x01],
        [UInt8](repeating: 0xFF, count: 20),
    ])
    func `a number of more than 64 bits is refused`(bytes: [UInt8]) {
        #expect(throws: ByteCodingError.invalidValue("number")) {
            var reader = ByteReader(bytes)
            _ = try reader.readNumber()
        }
    }

    @Test(arguments: [[0x80, 0x00], [0xFF, 0x80, 0x00], [0x81, 0x00]] as [[UInt8]])
    func `a number in more bytes than the writer takes is refused`(bytes: [UInt8]) {
        #expect(throws: ByteCodingError.invalidValue("number")) {
            var reader = ByteReader(bytes)
            _ = try reader.readNumber()
        }
    }

    @Test func `a count beyond the platform's integers is refused`() {
        var writer = ByteWriter()
        writer.write(UInt64.max)
        #expect(throws: ByteCodingError.invalidValue("number")) {
            var reader = ByteReader(writer.bytes)
            _ = try reader.readInt()
        }
    }

    @Test(arguments: [2, 3, 0x80, 0xFF] as [UInt8])
    func `a flag is nothing but 0 or 1`(byte: UInt8) {
        #expect(throws: ByteCodingError.invalidValue("flag")) {
            var reader = ByteReader([byte])
            _ = try reader.readFlag()
        }
    }
}
