import MessageCatalog
import Testing

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        "0", "-12.50", "1.0", "0.000000001", "999999999999999999", "-0.05", "123456789.987654321",
    ])
    func `a number keeps the text it was read from`(text: String) throws {
        #expect(try decimal(text).text == text)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "+1", "1,5", "1e3", " 1", "1 ", "1.2.3", "--1", "٣", "NaN",
        "1.0000000001", "1234567890123456789", "1\u{0}",
    ])
    func `what is not a plain number is refused`(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test func `equality and order go by value`() throws {
        #expect(try decimal("1.0") == decimal("1"))
        #expect(try Set([decimal("1.0"), decimal("1.00"), decimal("1")]).count == 1)
        #expect(try decimal("-1.5") < decimal("-1.25"))
        #expect(DecimalNumber(.min) < DecimalNumber(.max))
    }

    @Test func `arithmetic is exact`() throws {
        #expect(try decimal("0.1").adding(decimal("0.2")).text == "0.3")
        #expect(try decimal("1").subtracting(decimal("1.05")).text == "-0.05")
        #expect(try decimal("1.50").multiplied(by: decimal("2")).text == "3.00")
        #expect(try decimal("0.00001").multiplied(by: decimal("0.00010")).text == "0.000000001")
    }

    @Test func `a result that does not fit is an error`() throws {
        let tiny = try decimal("0.000000001")
        #expect(throws: DecimalOverflow()) { try DecimalNumber(.max).adding(DecimalNumber(1)) }
        #expect(throws: DecimalOverflow()) { try tiny.multiplied(by: tiny) }
        #expect(throws: DecimalOverflow()) { try tiny.adding(DecimalNumber(.max)) }
    }

    @Test(
        arguments: [
            ("0.5", 0), ("1.5", 2), ("2.5", 2), ("-0.5", 0), ("-1.5", -2), ("2.51", 3),
            ("-2.4", -2),
        ] as [(String, Int64)]
    )
    func `rounding takes a half to the even neighbour`(text: String, whole: Int64) throws {
        #expect(try decimal(text).rounded.integerValue == whole)
    }

    @Test func `only whole numbers have an integer value`() throws {
        #expect(try decimal("12.00").integerValue == 12)
        #expect(try decimal("12.01").integerValue == nil)
    }
}
