import MessageCatalog
import Testing

@Suite struct NumberReaderTests {
    @Test(arguments: [
        ("en", "1,500", "1500"), ("en", "1,234,567.89", "1234567.89"), ("en", " -3 ", "-3"),
        ("en", "\u{2212}5", "-5"), ("en", "+7", "7"), ("en", ".5", "0.5"), ("en", "1.50", "1.50"),
        ("de", "1.500", "1500"), ("de", "1,5", "1.5"), ("de", "1.234,5", "1234.5"),
        ("de-CH", "1'234.5", "1234.5"), ("de-CH", "1’234.5", "1234.5"),
        ("fr", "1 234,5", "1234.5"), ("fr", "1\u{202F}234,5", "1234.5"),
        ("pl", "1\u{A0}234,5", "1234.5"), ("pl", "1\u{2009}234,5", "1234.5"),
        ("hi", "12,34,567.5", "1234567.5"), ("hi", "1,234,567", "1234567"),
        ("en-IN", "1,00,000", "100000"), ("ar", "١٬٢٣٤٫٥", "1234.5"), ("ar", "1,234.5", "1234.5"),
        ("fa", "۱۲۳", "123"), ("en", "٤٢", "42"), ("th", "๔๒", "42"), ("ja", "１２", "12"),
        ("he", "\u{200E}-5", "-5"),
    ])
    func `a number is read as the locale writes it`(
        tag: String,
        text: String,
        plain: String
    ) throws {
        #expect(try NumberReader.read(text, locale: locale(tag))?.text == plain)
    }

    @Test(arguments: [
        ("en", "1,5"), ("en", "0,500"), ("en", "1,2345"), ("en", "1234,567"), ("en", "1,,500"),
        ("en", "12,34,567"), ("en", "1.2.3"), ("en", "1.5,000"), ("en", "5."), ("en", "."),
        ("en", ""), ("en", "-"), ("en", "--1"), ("en", "1-"), ("en", "1 500"), ("en", "five"),
        ("en", "1e3"), ("en", "1٢"), ("en", "½"), ("en", "²"), ("en", "12%"), ("en", "1\u{0}"),
        ("de", "1.5"), ("de", "1,5,0"), ("fr", "1 23,5"), ("pl", "1.500"), ("es", "1,500,000"),
        ("de-CH", "1'234’567'8"), ("en", "1234567890123456789"), ("en", "0.1234567890"),
        ("en", ",500"), ("en", "1,500,"),
    ])
    func `what is no number in the locale is not guessed at`(tag: String, text: String) throws {
        #expect(try NumberReader.read(text, locale: locale(tag)) == nil)
    }

    @Test func `a text over the limit is not looked at`() throws {
        let padding = String(repeating: " ", count: NumberReader.longestBytes)
        #expect(try NumberReader.read("1" + padding.dropLast(), locale: locale("en")) != nil)
        #expect(try NumberReader.read("1" + padding, locale: locale("en")) == nil)
    }

    @Test(arguments: LocaleConventions.knownTags.filter { $0 != "root" })
    func `a number the locale writes is read back`(tag: String) throws {
        let tag = try locale(tag)
        for text in ["0", "-1", "1234", "-12345.60", "999999999999999999", "0.000000001"] {
            let written = try NumberFormat.text(decimal(text), locale: tag)
            #expect(NumberReader.read(written, locale: tag)?.text == text, "\(written)")
        }
    }
}

@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("en", "1234567.50", "1,234,567.50"), ("de", "1234.5", "1.234,5"), ("es", "1234", "1234"),
        ("es", "12345", "12.345"), ("pl", "1234", "1234"), ("pl", "12345", "12\u{A0}345"),
        ("pt-PT", "1234", "1234"), ("pt", "1234", "1.234"), ("hi", "1234567", "12,34,567"),
        ("ar", "-1234.5", "\u{61C}-١٬٢٣٤٫٥"), ("fa", "1234", "۱٬۲۳۴"), ("de-CH", "1234", "1’234"),
        ("fr", "1234", "1\u{202F}234"), ("en-NZ", "1234", "1,234"), ("qqq", "1234", "1,234"),
    ])
    func `a number is grouped as the locale groups`(
        tag: String,
        number: String,
        text: String
    ) throws {
        #expect(try NumberFormat.text(decimal(number), locale: locale(tag)) == text)
    }

    @Test(arguments: [
        ("en", "0.125", "12%"), ("de", "0.5", "50\u{A0}%"), ("tr", "0.5", "%50"),
        ("en", "-0.25", "-25%"), ("ar", "0.5", "٥٠٪\u{61C}"),
    ])
    func `a percentage is a hundredfold and rounded`(
        tag: String,
        number: String,
        text: String
    ) throws {
        #expect(
            try NumberFormat.text(decimal(number), locale: locale(tag), style: .percent) == text
        )
    }

    @Test func `the largest numbers are written in full`() throws {
        let english = try locale("en")
        let smallest = DecimalNumber(.min)
        #expect(NumberFormat.text(smallest, locale: english) == "-9,223,372,036,854,775,808")
        #expect(
            NumberFormat.text(smallest, locale: english, style: .percent)
                == "-922,337,203,685,477,580,800%"
        )
    }
}
