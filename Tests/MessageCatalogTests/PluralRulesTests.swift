import MessageCatalog
import Testing

@Suite struct PluralRulesTests {
    @Test(arguments: PluralSampleLine.all)
    func `every sample of CLDR falls into its category`(line: PluralSampleLine) throws {
        #expect(!line.samples.isEmpty || line.category != .other)
        for language in line.languages {
            let rules = try PluralRules.rules(line.kind, for: locale(language))
            #expect(rules.categories.contains(line.category))
            for sample in line.samples {
                let operands = try sample.operands()
                #expect(
                    rules.category(of: operands) == line.category,
                    "\(sample.text) in \(language)"
                )
            }
        }
    }

    @Test func `the samples cover the languages of CLDR`() {
        let languages = Set(PluralSampleLine.all.flatMap(\.languages))
        #expect(languages.count > 200)
        #expect(PluralSampleLine.all.flatMap(\.samples).count > 3500)
    }

    @Test(arguments: [
        ("en", [PluralCategory.one, .other]), ("ja", [.other]),
        ("pl", [.one, .few, .many, .other]),
        ("ar", [.zero, .one, .two, .few, .many, .other]), ("qqq", [.other]),
    ])
    func `a language says which categories it has`(
        text: String,
        categories: [PluralCategory]
    ) throws {
        #expect(try PluralRules.cardinal(for: locale(text)).categories == categories)
    }

    @Test func `a regional tag uses the rules of what it inherits from`() throws {
        let zero = DecimalNumber.zero
        #expect(try PluralRules.cardinal(for: locale("pt-BR")).category(of: zero) == .one)
        #expect(try PluralRules.cardinal(for: locale("pt-PT")).category(of: zero) == .other)
        #expect(try PluralRules.cardinal(for: locale("pt-AO")).category(of: zero) == .other)
    }

    @Test func `negative numbers count like positive ones`() throws {
        #expect(try PluralRules.cardinal(for: locale("en")).category(of: DecimalNumber(-1)) == .one)
    }
}
