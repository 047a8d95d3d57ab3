import Channels
import Testing

/// Forms are read and written as the URL Standard has it.
struct FormFieldsTests {
    @Test(arguments: [
        ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=%C3%A9+x%2B", [("a", "é x+")]),
        ("a&b=&=c", [("a", ""), ("b", ""), ("", "c")]), ("", []), ("&&a=1&", [("a", "1")]),
        ("a=b=c", [("a", "b=c")]), ("a=%", [("a", "%")]), ("a=%4", [("a", "%4")]),
        ("a=%zz", [("a", "%zz")]), ("a=%FF", [("a", "\u{FFFD}")]),
        ("a=1&a=2", [("a", "1"), ("a", "2")]),
    ])
    func `a form is read field by field`(text: String, wanted: [(String, String)]) {
        let form = FormFields([UInt8](text.utf8))
        #expect(form?.fields == wanted.map { FormFields.Field($0.0, $0.1) })
    }

    @Test func `what is written comes back`() {
        let form = FormFields([
            FormFields.Field("Body", "Ja & nein = 100 % + 🛑\r\n"), FormFields.Field("é", "*-._~"),
        ])
        #expect(
            String(decoding: form.bytes, as: UTF8.self)
                == "Body=Ja+%26+nein+%3D+100+%25+%2B+%F0%9F%9B%91%0D%0A&%C3%A9=*-._%7E"
        )
        #expect(FormFields(form.bytes) == form)
    }

    @Test func `a form has so many fields and no more`() {
        let most = Array(repeating: "a=1", count: FormFields.limit).joined(separator: "&")
        #expect(FormFields([UInt8](most.utf8))?.fields.count == FormFields.limit)
        #expect(FormFields([UInt8]((most + "&a=1").utf8)) == nil)
    }
}
