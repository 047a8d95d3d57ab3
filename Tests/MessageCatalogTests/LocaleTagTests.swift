import MessageCatalog
import Testing

@Suite struct LocaleTagTests {
    @Test(arguments: [
        ("pt_br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
        ("de-1996", "de-1996"), ("sl-ROZAJ-biske", "sl-rozaj-biske"), ("iw", "he"), ("yue", "yue"),
    ])
    func `a tag is brought to canonical case`(written: String, canonical: String) throws {
        #expect(try locale(written).text == canonical)
    }

    @Test(arguments: [
        "", "e", "-", "en-", "en--US", "english", "en-U", "en-USA", "en-x-private", "e1", "é",
        "en-Latn-Latn", "en-US-US", "en\u{0}", "zh-Hant-TW-variant1-variant2-variant3",
    ])
    func `what is not a tag is refused`(text: String) {
        #expect(LocaleTag(text) == nil)
    }

    @Test(arguments: [
        ("zh-Hant-TW", ["zh-Hant-TW", "zh-Hant", "zh"]), ("pt-BR", ["pt-BR", "pt"]), ("en", ["en"]),
    ])
    func `fallback cuts subtags off the right`(text: String, chain: [String]) throws {
        #expect(try locale(text).fallbackChain.map(\.text) == chain)
    }

    @Test(arguments: [
        "ar", "ar-EG", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr",
        "az-Arab", "pa-PK", "az-IR", "en-Hebr", "nqo",
    ])
    func `languages of right-to-left scripts are known`(text: String) throws {
        #expect(try locale(text).isRightToLeft)
    }

    @Test(arguments: ["en", "pa", "az", "ar-Latn", "sd-IN", "sd-Deva", "tr", "zh-Hant", "ku"])
    func `other languages run left to right`(text: String) throws {
        #expect(try !locale(text).isRightToLeft)
    }

    @Test func `subtags are told apart`() throws {
        let tag = try locale("zh_hant_tw")
        #expect(tag.language == "zh")
        #expect(tag.script == "Hant")
        #expect(tag.region == "TW")
        #expect(try locale("zh-TW").script == nil)
    }
}
