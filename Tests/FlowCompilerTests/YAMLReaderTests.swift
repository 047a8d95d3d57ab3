import FlowCompiler
import Testing

/// Every trap of YAML is either read as the text it is, or refused at the place it stands.
@Suite struct YAMLReaderTests {
    private func read(_ text: String) -> (node: YAMLNode?, found: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let node = YAMLReader.read(SourceFile(path: "a.yaml", text: text), into: &diagnostics)
        return (node, diagnostics.sorted)
    }

    private func refuse(
        _ marked: String,
        _ codes: [DiagnosticCode],
        sentences: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(marked, codes, sentences: sentences, sourceLocation: sourceLocation) {
            _ = YAMLReader.read($0, into: &$1)
        }
    }

    /// What a resolver of YAML 1.1 turns into truths, numbers, dates and nothing.
    @Test(arguments: [
        "yes", "NO", "True", "on", "off", "y", "n", "22:00", "190:20:30", "190:20:30.15", "010",
        "02472256", "0o7", "0x_0A_74_AE", "0b1010_0111", "685_230.15", "6.8523015e+5", "1e3",
        "-.inf", ".NaN", "~", "null", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "=", "<<",
        "+49 151 1234", "1.0",
    ])
    func `a plain value stays the text it is`(text: String) {
        let (node, found) = read("key: \(text)\n")
        #expect(found.isEmpty)
        guard case .mapping(let entries, _)? = node,
            case .scalar(let value, let isPlain, let span)? = entries.first?.value
        else {
            Issue.record("no mapping")
            return
        }
        #expect(value == text)
        #expect(isPlain)
        #expect(span.column == 6)
        #expect(span.length == text.count)
    }

    @Test(arguments: ["yes", "no", "on", "off", "n", "1", "1.5", "22:00", "true"])
    func `a plain key stays the text it is`(key: String) {
        let (node, found) = read("\(key): x\n")
        #expect(found.isEmpty)
        guard case .mapping(let entries, _)? = node else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key.value) == [key])
    }

    @Test func `places count characters, and quotes belong to a text`() {
        let (node, found) = read("é: ü\n漢字: \"日本 x\" # c\nk: {日: 本, a: 'it''s'}\n")
        #expect(found.isEmpty)
        var places: [String] = []
        func walk(_ node: YAMLNode) {
            let span = node.span
            switch node {
            case .scalar(let text, _, _):
                places.append("\(text) \(span.line):\(span.column)+\(span.length)")
            case .sequence(let nodes, _): for node in nodes { walk(node) }
            case .mapping(let entries, _):
                for (key, value) in entries {
                    places.append("\(key.value) \(key.span.line):\(key.span.column)")
                    walk(value)
                }
            }
        }
        if let node { walk(node) }
        #expect(
            places == [
                "é 1:1", "ü 1:4+1", "漢字 2:1", "日本 x 2:5+6", "k 3:1", "日 3:5", "本 3:8+1",
                "a 3:11", "it's 3:14+7",
            ]
        )
    }

    @Test func `indicators inside texts and comments mean nothing`() {
        let text = "say: \"*bold* & !x ? y\" # &a *b\nb: a & b *c !d ? e\nc: |\n  *x* &y\n"
        let (node, found) = read(text)
        #expect(found.isEmpty)
        guard case .mapping(let entries, _)? = node else {
            Issue.record("no mapping")
            return
        }
        let values = entries.compactMap { entry -> String? in
            if case .scalar(let text, _, _) = entry.value { text } else { nil }
        }
        #expect(values == ["*bold* & !x ? y", "a & b *c !d ? e", "*x* &y\n"])
    }

    @Test func `private-use characters of the author survive`() {
        let (node, found) = read("a: \"\u{F8FF} & \u{E000}\"\n")
        #expect(found.isEmpty)
        guard case .mapping(let entries, _)? = node,
            case .scalar(let text, _, _)? = entries.first?.value
        else {
            Issue.record("no mapping")
            return
        }
        #expect(text == "\u{F8FF} & \u{E000}")
    }

    @Test func `layout, quoting and comments do not change the canonical bytes`() {
        let block = read("a: x\nb:\n  - y # c\n").node?.canonicalBytes
        let flow = read("{ \"a\": 'x', b: [y] }\n").node?.canonicalBytes
        let other = read("a: x\nb: y\n").node?.canonicalBytes
        #expect(block != nil)
        #expect(block == flow)
        #expect(block != other)
    }
}

// Refusals.
extension YAMLReaderTests {
    @Test func `anchors and aliases are refused`() {
        refuse("a: 1️⃣&a [x, y]\nb: 2️⃣*a\n", [.alias, .alias])
        refuse("a: 1️⃣&a\n  b: c\n", [.alias])
        refuse("a: [1️⃣&a [x], *a]\n", [.alias])
        refuse("say: 1️⃣*bold* text\n", [.alias], sentences: ["aliases are not used here"])
        refuse("a: {<<: 2}\n", [])
    }

    @Test func `tags are refused`() {
        refuse("a: 1️⃣!!str yes\n", [.tag])
        refuse("a: 1️⃣!foo\n  b: c\n", [.tag])
        refuse("a: 1️⃣!foo {b: c}\n", [.tag])
        refuse("1️⃣!x: y\n", [.tag], sentences: ["tags are not used here"])
    }

    @Test func `keys that are no texts are refused`() {
        refuse("1️⃣[a, b]: c\nd: e\n", [.keyNotText])
        refuse("1️⃣? a\n: b\n", [.keyNotText])
        refuse("{1️⃣? a : b}\n", [.keyNotText])
        refuse("1️⃣~: x\n2️⃣null: y\n", [.keyNotText, .keyNotText])
        refuse("\"~\": x\n\"null\": y\n", [])
    }

    @Test func `a repeated key is reported where it is repeated`() {
        refuse(
            "a: 1\nb: 2\n1️⃣a: 3\n2️⃣\"a\": 4\n",
            [.duplicateKey, .duplicateKey],
            sentences: ["key `a` is here twice", "key `a` is here twice"]
        )
        refuse("x: {a: 1, 1️⃣a: 2}\ny:\n  b: 1\n  2️⃣b: 2\n", [.duplicateKey, .duplicateKey])
        refuse("x: {a: 1}\ny: {a: 1}\n", [])
    }

    @Test func `syntax errors are told in plain words`() {
        refuse("a:\n1️⃣\tb: c\n", [.invalidYAML], sentences: ["a tab cannot indent YAML"])
        refuse("a: 1️⃣\"x\nb: c\n", [.invalidYAML], sentences: ["this quote is never closed"])
        refuse("a: 1️⃣[x, y\nb: c\n", [.invalidYAML], sentences: ["this list is never closed"])
        refuse("a: 1️⃣{x: y\nb: c\n", [.invalidYAML], sentences: ["this mapping is never closed"])
        refuse(
            "a: b1️⃣: c\n",
            [.invalidYAML],
            sentences: ["a `:` with a space after it is not allowed here"]
        )
        refuse(
            "a:\n  b: c\n 1️⃣d: e\n",
            [.invalidYAML],
            sentences: ["this does not line up with the lines above"]
        )
        refuse(
            "a: \"1️⃣\\q\"\n",
            [.invalidYAML],
            sentences: ["this text has an escape that YAML does not know"]
        )
        refuse("a: 1️⃣@x\n", [.invalidYAML], sentences: ["`@` cannot begin a text"])
        refuse("é: ü\na: 1️⃣\u{1}\n", [.invalidYAML], sentences: ["a control character stands here"])
    }

    @Test func `a text with an ampersand does not hide a syntax error`() {
        refuse("say: Terms &conditions *bold*\nb: 1️⃣[x\n", [.invalidYAML])
    }

    @Test func `an empty file and a second document are refused`() {
        refuse("1️⃣", [.missingKey])
        refuse("1️⃣# only a comment\n", [.missingKey])
        refuse(
            "a: 1\n1️⃣---\nb: 2\n",
            [.invalidYAML],
            sentences: ["a file holds one document, and another begins here"]
        )
        refuse("---\na: 1\n...\n", [])
    }

    @Test func `an alias bomb is refused before anything expands it`() {
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            bomb += "a\(level): &a\(level) [\(inner)]\n"
        }
        for text in [bomb, bomb + "*a9 : x\n", bomb + "? *a9\n: x\n"] {
            let (node, found) = read(text)
            #expect(node == nil)
            #expect(!found.isEmpty)
        }
        #expect(read(bomb).found.map(\.code) == Array(repeating: .alias, count: 10))
    }

    @Test func `nesting is bounded`() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(read(nested(YAMLReader.depthLimit)).found.isEmpty)
        for levels in [YAMLReader.depthLimit + 1, 199, 500, 100_000] {
            let (node, found) = read(nested(levels))
            #expect(node == nil)
            #expect(found.map(\.code) == [.tooDeep])
        }
        #expect(read(String(repeating: "- ", count: 500) + "x").found.map(\.code) == [.tooDeep])
        #expect(read(String(repeating: "[", count: 500)).found.map(\.code) == [.tooDeep])
    }

    @Test func `values and bytes are bounded`() {
        let many = "[" + String(repeating: "a,", count: YAMLReader.nodeLimit) + "]"
        #expect(read(many).found.map(\.code) == [.tooManyNodes])
        let large = "a: " + String(repeating: "x", count: 1 << 20)
        #expect(read(large).found.map(\.code) == [.fileTooLarge])
        let most = "a: " + String(repeating: "x", count: (1 << 20) - 3)
        #expect(read(most).found.isEmpty)
    }

    @Test func `bytes become text without a byte order mark`() {
        var diagnostics = Diagnostics()
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: é".utf8)
        let file = SourceFile.read(path: "a.yaml", bytes: marked, into: &diagnostics)
        #expect(file?.text == "a: é")
        let broken: [UInt8] = Array("a: é\nb: ".utf8) + [0xFF]
        #expect(SourceFile.read(path: "a.yaml", bytes: broken, into: &diagnostics) == nil)
        let large = [UInt8](repeating: 0x20, count: (1 << 20) + 1)
        #expect(SourceFile.read(path: "b.yaml", bytes: large, into: &diagnostics) == nil)
        let found = diagnostics.sorted.map {
            "\($0.span.line):\($0.span.column) \($0.code.rawValue)"
        }
        #expect(found == ["2:4 not-utf8", "1:1 file-too-large"])
    }
}
