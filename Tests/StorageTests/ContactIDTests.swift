import Storage
import Testing

@Suite struct ContactIDTests {
    /// Counts up, so that the bytes drawn are known.
    struct Counting: RandomNumberGenerator {
        var word: UInt64 = 0x0807_0605_0403_0201
        mutating func next() -> UInt64 {
            defer { word &+= 0x0808_0808_0808_0808 }
            return word
        }
    }

    @Test func `a new name takes all its bytes from the generator`() {
        var generator = Counting()
        #expect(ContactID(using: &generator).bytes == Array(1...16))
    }

    @Test func `the row number is the first eight bytes, signed`() throws {
        let low = try #require(
            ContactID(bytes: [0, 0, 0, 0, 0, 0, 1, 2] + Array(repeating: 9, count: 8))
        )
        #expect(low.rowKey == 258)
        let high = try #require(ContactID(bytes: Array(repeating: 255, count: 16)))
        #expect(high.rowKey == -1)
    }

    @Test(arguments: [0, 15, 17])
    func `a name has exactly 16 bytes`(_ count: Int) {
        #expect(ContactID(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }
}
