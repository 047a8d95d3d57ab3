import Channels
import Testing

/// Texts are counted as a carrier counts them.
struct SMSSegmentsTests {
    @Test func `the alphabet has 127 characters, and ten more that take two septets`() {
        let scalars = (0...0xFFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        let sizes = scalars.map { SMSSegments.size(of: String($0)) }
        let septets = sizes.filter { $0.alphabet == .gsm7 }.map(\.units)
        // 3GPP TS 23.038: 128 places, one of which is the escape.
        #expect(septets.count { $0 == 1 } == 127)
        #expect(septets.count { $0 == 2 } == 10)
    }

    @Test(arguments: [
        ("", 0, 1), ("x", 160, 1), ("x", 161, 2), ("x", 306, 2), ("x", 307, 3), ("x", 1530, 10),
        ("x", 1531, 11), ("€", 80, 1), ("€", 81, 2), ("€", 152, 2), ("€", 153, 3),
    ])
    func `plain texts have 160 septets, or 153 a part`(
        text: String,
        count: Int,
        segments: Int
    ) {
        let size = SMSSegments.size(of: String(repeating: text, count: count))
        #expect(size.alphabet == .gsm7)
        #expect(size.segments == segments)
    }

    @Test(arguments: [
        ("ç", 70, 1), ("ç", 71, 2), ("ç", 134, 2), ("ç", 135, 3), ("ç", 670, 10), ("ç", 671, 11),
        ("🛑", 35, 1), ("🛑", 36, 2), ("🛑", 66, 2), ("🛑", 67, 3),
    ])
    func `other texts have 70 units, or 67 a part`(text: String, count: Int, segments: Int) {
        let size = SMSSegments.size(of: String(repeating: text, count: count))
        #expect(size.alphabet == .ucs2)
        #expect(size.units == count * text.utf16.count)
        #expect(size.segments == segments)
    }

    @Test func `no character is cut in two`() {
        // 152 septets and one that takes two: the first part ends a septet early.
        let text = String(repeating: "x", count: 152) + String(repeating: "€", count: 77)
        #expect(SMSSegments.size(of: text).units == 306)
        #expect(SMSSegments.size(of: text).segments == 3)
    }

    @Test(arguments: ["„Ja“", "•", "–", "ê", "e\u{301}", "\u{A0}", "\t", "ẞ", "’"])
    func `one foreign character makes all of a text UTF-16`(text: String) {
        #expect(SMSSegments.size(of: "STOP " + text).alphabet == .ucs2)
    }

    @Test func `German with umlauts and a line end stays plain`() {
        let text = "Grüße, Öl & Ärger: ß?\r\n- Ja\n- Nein {1}"
        #expect(SMSSegments.size(of: text).alphabet == .gsm7)
        // Two braces take a septet more each.
        #expect(SMSSegments.size(of: text).units == text.unicodeScalars.count + 2)
    }
}
