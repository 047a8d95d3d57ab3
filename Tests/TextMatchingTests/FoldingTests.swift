import Testing
import TextMatching

struct FoldingTests {
    @Test(arguments: [
        ("STOP", "stop"),
        ("  Ja,  gerne! ", "ja gerne"),
        ("don't", "don t"),
        ("Ｓｔｏｐ　１２", "stop 12"),
        ("S\u{200B}T\u{00AD}OP", "stop"),
        ("\u{202E}stop\u{202C}", "stop"),
        ("İPTAL ıI", "iptal ii"),
        ("Straße GROẞ", "strasse gross"),
        ("Arrêt naïve", "arret naive"),
        ("wyłącz Łódź", "wylacz lodz"),
        ("Øre æble", "ore aeble"),
        ("Tiếng Việt đẹp", "tieng viet dep"),
        ("Ёлка", "елка"),
        ("ΣΤΟΠ τέλος", "στοπ τελοσ"),
        ("إلغاء", "الغاء"),
        ("مُحَمَّد ـــ مدرسة", "محمد مدرسه"),
        ("שָׁלוֹם", "שלום"),
        ("बंद करें", "बंद करें"),
        ("ﬁn ½", "fin 1 2"),
        ("٣٤ १२", "34 12"),
        ("STOP停止してください", "stop 停止してください"),
        ("수신거부", "수신거부"),
        ("ガイド", "ガイド"),
        ("🆂🆃🅾🅿", "stop"),
        ("👍🏽 ok", "ok"),
        ("\0\u{7}", ""),
    ])
    func `texts fold to their words`(text: String, key: String) {
        #expect(TextFolding.key(text) == key)
        #expect(TextFolding.fold(text).key == key)
        #expect(TextFolding.key(key) == key)
    }

    @Test func `composed and decomposed spellings give the same scalars`() {
        let composed = Array(TextFolding.key("각 が é").unicodeScalars)
        let decomposed = Array(
            TextFolding.key("\u{1100}\u{1161}\u{11A8} か\u{3099} e\u{301}").unicodeScalars
        )
        #expect(composed == decomposed)
    }

    @Test func `pictographs are kept apart from words`() {
        let folded = TextFolding.fold("✋🏽 ⛔️")
        #expect(folded.isOnlyEmoji)
        #expect(folded.emoji == ["✋", "⛔"])
        #expect(!TextFolding.fold("stop 🛑").isOnlyEmoji)
        #expect(!TextFolding.fold("").isOnlyEmoji)
    }

    @Test func `punctuation leaves clause, sentence, quote and question marks behind`() {
        let folded = TextFolding.fold("no, \"stop\" it. Why?")
        #expect(folded.tokens == ["no", "stop", "it", "why"])
        #expect((0..<4).map { folded.startsClause(at: $0) } == [true, true, false, true])
        #expect((0..<4).map { folded.startsSentence(at: $0) } == [true, false, false, true])
        #expect((0..<4).map { folded.isQuoted(at: $0) } == [false, true, false, false])
        #expect(folded.isQuestion)
    }

    @Test(arguments: [
        ("\"stop\" he said", [true, false, false]),
        ("he said “stop”", [false, false, true]),
        ("\"stop\"", [false]), ("„please stop“", [false, false]),
        ("5\" of rain, stop", [false, false, false, false]),
        ("\"no\" and \"yes", [true, false, false]),
    ])
    func `a quote is closed, and leaves something outside`(text: String, isQuoted: [Bool]) {
        let folded = TextFolding.fold(text)
        #expect(folded.tokens.indices.map { folded.isQuoted(at: $0) } == isQuoted)
    }

    @Test(arguments: [
        ("see example/stop now", [false, true, true, false]), ("stop@example", [true, true]),
        ("opt_out", [true, true]), ("stop / go", [false, false]), ("/stop", [false]),
        ("stop- go", [false, false]), ("a/\u{1F600} b", [false, false]),
    ])
    func `slashes, at-signs and underscores bind two words`(text: String, isBound: [Bool]) {
        let folded = TextFolding.fold(text)
        #expect(folded.tokens.indices.map { folded.isBound(at: $0) } == isBound)
    }

    @Test func `only the first scalars of a long text are read`() {
        let folded = TextFolding.fold(String(repeating: "é ", count: 500_000), limit: 100)
        #expect(folded.tokens.count == 50)
        #expect(folded.isTruncated)
    }

    @Test(arguments: [
        String(repeating: "\u{301}", count: 10_000),
        String(repeating: "\u{202E}", count: 10_000),
        String(repeating: "\0", count: 10_000),
    ])
    func `texts of nothing visible fold to nothing`(text: String) {
        #expect(TextFolding.fold(text).tokens.isEmpty)
    }

    @Test func `stacked marks do not hide a word`() {
        let marks = String(repeating: "\u{336}\u{301}", count: 40)
        #expect(TextFolding.key("s\(marks)t\(marks)o\(marks)p") == "stop")
    }
}
