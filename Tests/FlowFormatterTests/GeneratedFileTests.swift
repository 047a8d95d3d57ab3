import FlowCompiler
import FlowFormatter
import Testing

/// Files that a seed makes, in layouts nobody would choose.
struct GeneratedFileTests {
    private static let seeds: Range<UInt64> = 1..<601

    @Test func `generated files keep what they say and every comment, and are done at once`() throws
    {
        var laidOut = 0
        for seed in Self.seeds {
            let made = GeneratedYAML(seed: seed)
            guard let before = Sources.tree(made.text) else {
                // What the compiler refuses, the formatter refuses.
                guard case .unreadable? = Sources.refusal(of: made.text) else {
                    Issue.record("seed \(seed): not YAML, and not unreadable")
                    continue
                }
                continue
            }
            laidOut += 1
            let text = try Sources.laidOut(made.text)
            #expect(Sources.tree(text) == before, "seed \(seed): it reads differently")
            let again = try Sources.laidOut(text)
            #expect(again == text, "seed \(seed): laid out twice it differs")
            #expect(Self.comments(made.comments, in: text) == made.comments, "seed \(seed)")
        }
        // Otherwise this would have shown nothing.
        #expect(laidOut > Self.seeds.count / 3)
    }

    @Test func `the comments are really looked for`() {
        let comments = ["# note 1", "#x2"]
        let lost = Self.comments(comments, in: "a: 1  # note 1\nb: 2\n")
        #expect(lost == ["# note 1"])
        let joined = Self.comments(comments, in: "a: 1  # note 1 #x2\n")
        #expect(joined != comments)
    }

    @Test func `the difference of every generated file leads from the one to the other`() throws {
        var changed = 0
        for seed in Self.seeds.prefix(300) {
            let made = GeneratedYAML(seed: seed)
            guard Sources.tree(made.text) != nil else { continue }
            let text = try Sources.laidOut(made.text)
            let difference = LineDifference.text(of: "a", from: made.text, to: text)
            if !difference.isEmpty { changed += 1 }
            let patched = try Patch(difference).applied(to: made.text)
            #expect(patched == text, "seed \(seed)")
        }
        #expect(changed > 100)
    }

    @Test func `shipped files with broken places are refused or keep what they say`() throws {
        let shipped = try Sources.shipped()
        let snippets = [
            " ", "  ", "\n", "\n\n", "\t", "#", " #c\n", ": ", "- ", ",", "{", "}", "[", "]", "\"",
            "'", "|", "|+\n", ">", "\r", "\n---\n", "\n...\n", "\u{2028}", "\u{85}", "?", "&a", "*",
            "!t", ",\n", "\n  ", "\u{FEFF}", "\u{0}", "\u{301}",
        ]
        var generator = SeededGenerator(seed: 6)
        var (laidOut, refused) = (0, 0)
        for number in 0..<150 {
            var scalars = Array(generator.pick(shipped).text.unicodeScalars)
            for _ in 0...generator.below(4) {
                let place = generator.below(scalars.count)
                let removed = generator.happens(40) ? min(scalars.count - place, 3) : 0
                let added = Array(generator.pick(snippets).unicodeScalars)
                scalars.replaceSubrange(place..<place + removed, with: removed > 0 ? [] : added)
            }
            var before = String.UnicodeScalarView()
            before.append(contentsOf: scalars)
            let file = Sources.file(text: String(before))
            guard let text = Self.layout(of: file, number) else {
                refused += 1
                continue
            }
            laidOut += 1
            try Sources.expectCanonical(text, from: file.text, "number \(number)")
        }
        #expect(laidOut > 20 && refused > 20, "\(laidOut) laid out, \(refused) refused")
    }

    /// Nil for a file that is refused, for a reason that is not the formatter's own mistake.
    private static func layout(of file: SourceFile, _ number: Int) -> String? {
        do throws(FormatError) {
            return try CanonicalLayout.of(file)
        } catch {
            if case .defect(let loss) = error { Issue.record("number \(number): \(loss.text)") }
            #expect(error.reports(on: file).allSatisfy { $0.contains(": error: ") })
            return nil
        }
    }

    /// Those of `comments` that end a line of the text, in the order of the lines.
    ///
    /// Knows nothing of YAML: each of them is unlike everything else in the text.
    private static func comments(_ comments: [String], in text: String) -> [String] {
        text.split(separator: "\n").flatMap { line in
            comments.filter { line.hasSuffix($0) }
        }
    }
}
