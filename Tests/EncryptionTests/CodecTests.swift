import Encryption
import Testing

/// The small codecs: published vectors, all short inputs, and texts that must not decode.
struct CodecTests {
    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 agrees with the standard`(plain: String, encoded: String) {
        #expect(Base64.encode([UInt8](plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == [UInt8](plain.utf8))
    }

    @Test func `every byte survives at every position`() {
        for byte in UInt8.min...UInt8.max {
            for bytes in [[byte], [0, byte], [0xFF, 0, byte], [byte, 1, 2, byte]] {
                #expect(Base64.decode(Base64.encode(bytes)) == bytes)
                #expect(Hex.decode(Hex.encode(bytes)) == bytes)
            }
        }
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=", "==", "====", "Z===", "Zg==Zg==", "Zm9v\n",
        "Zm 9", "Zm-_", "Zmé",
    ])
    func `base64 that is not canonical does not decode`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `both extra digits of base64 are the standard's`() {
        #expect(Base64.encode([0xFB, 0xEF, 0xFF]) == "++//")
        #expect(Base64.decode("++//") == [0xFB, 0xEF, 0xFF])
    }

    @Test func `hexadecimal is written small and read in either case`() {
        #expect(Hex.encode([0x00, 0x9A, 0xFF]) == "009aff")
        #expect(Hex.decode("009AfF") == [0x00, 0x9A, 0xFF])
        #expect(Hex.decode("") == [])
    }

    @Test(arguments: ["0", "0g", "0x00", " 00", "0é", "/0", ":0", "@a", "`a"])
    func `what is not hexadecimal does not decode`(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(
        arguments: [
            ([], [], true), ([1], [1], true), ([1, 2], [1, 2], true), ([1], [], false),
            ([1], [2], false), ([1, 2], [1, 3], false), ([0, 2], [128, 2], false),
            ([1, 2], [1, 2, 0], false),
        ] as [([UInt8], [UInt8], Bool)]
    )
    func `comparison in constant time compares`(left: [UInt8], right: [UInt8], same: Bool) {
        #expect(ConstantTime.equal(left, right) == same)
    }
}
