import Starter
import Testing

struct StarterSettingsTests {
    @Test func `values are taken without the spaces around them, a country in capitals`() throws {
        let settings = try StarterSettings(
            name: "  Acme & Sons ",
            contact: " +49 30 123\t",
            country: "fr",
            locales: ["de", "en"],
            flow: "hello-2"
        )
        #expect(settings.name == "Acme & Sons")
        #expect(settings.contact == "+49 30 123")
        #expect(settings.country == "FR")
        #expect(settings.locales == ["de", "en"])
        #expect(settings.flow == "hello-2")
    }

    @Test(arguments: [" ", "", "\n"])
    func `an empty name or contact is refused`(_ text: String) {
        #expect(throws: StarterError.empty(.name)) { try StarterSettings(name: text) }
        #expect(throws: StarterError.empty(.contact)) { try StarterSettings(contact: text) }
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\tb", "a\u{85}b", "a\u{2028}b", "a\u{202E}b", "a\u{0}b"])
    func `a value of several lines or with hidden characters is refused`(_ text: String) {
        #expect(throws: StarterError.unprintable(.name)) { try StarterSettings(name: text) }
        #expect(throws: StarterError.unprintable(.contact)) { try StarterSettings(contact: text) }
    }

    @Test func `a value that is too long is refused, and the longest is not`() throws {
        let (name, contact) = (StarterSettings.longestName, StarterSettings.longestContact)
        func text(_ length: Int) -> String { String(repeating: "é", count: length) }
        _ = try StarterSettings(name: text(name), contact: text(contact))
        #expect(throws: StarterError.tooLong(.name, limit: name)) {
            try StarterSettings(name: text(name + 1))
        }
        #expect(throws: StarterError.tooLong(.contact, limit: contact)) {
            try StarterSettings(contact: text(contact + 1))
        }
    }

    @Test(arguments: ["", "D", "DEU", "D1", "ÄÖ", "D E", "ß"])
    func `what is no code of a country is refused`(_ country: String) {
        #expect(throws: StarterError.noCountry) { try StarterSettings(country: country) }
    }

    @Test func `locales are those that the built-in flows have, each once`() {
        #expect(throws: StarterError.noLocale) { try StarterSettings(locales: []) }
        #expect(throws: StarterError.repeatedLocale("en")) {
            try StarterSettings(locales: ["en", "de", "en"])
        }
        for tag in ["it", "", "EN", "de-AT", "../en", "\u{1B}[31m"] {
            let error = #expect(throws: StarterError.self) {
                try StarterSettings(locales: ["en", tag])
            }
            #expect(error?.text.contains("en, de, fr, es, pl, ar") == true)
            #expect(error?.text.contains("\u{1B}") == false)
        }
    }

    @Test func `the flow's name is a name, and no other flow's`() {
        let long = String(repeating: "a", count: StarterSettings.longestFlowName + 1)
        for name in ["", "Welcome", "1st", "-a", "a b", "a/b", "../a", "é", long] {
            #expect(throws: StarterError.noFlowName) { try StarterSettings(flow: name) }
        }
        #expect(throws: StarterError.takenFlowName("help")) { try StarterSettings(flow: "help") }
    }
}
