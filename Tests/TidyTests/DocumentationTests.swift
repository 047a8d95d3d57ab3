import Testing

/// What a reader finds: doc comments, links that lead somewhere, no place of one machine.
struct DocumentationTests {
    @Test func `every type that other modules see has a doc comment`() throws {
        let rule = DocumentationRule.violations
        expectCaught("package struct A {}", by: rule)
        expectCaught("// Not a doc comment.\npackage final class A {}", by: rule)
        expectCaught("/// Somebody else's.\n\npackage indirect enum A {}", by: rule)
        expectAllowed("/// A.\n@frozen\npackage struct A {}", by: rule)
        expectAllowed("struct A {}\npackage import B\npackage func f() {}", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `links lead to files and headings`() throws {
        let rule = LinkRule(
            documents: [
                "README.md": """
                # Start *here*
                [good](docs/a.md#one-two-1) [good](#start-here) [web](https://example.org/x)
                [bad](docs/b.md) [bad](docs/a.md#three) [bad](../a.md) `[no](link)`
                ```
                [no](link)
                ```
                [good]: docs/
                """,
                "docs/a.md": "# One, `two`\n## One two\n[good](../LICENSE)",
            ],
            exists: { ["LICENSE", "docs"].contains($0) }
        )
        #expect(rule.violations().map(\.line) == [3, 3, 3])

        let documents = try Repository.texts().filter { $0.key.hasSuffix(".md") }
        expectNone(LinkRule(documents: documents, exists: Repository.exists).violations())
    }

    @Test func `no file names a place of its author's machine`() throws {
        let place = "/wo" + "rk/"
        for text in ["see \(place)x", "\(place)x", "(\(place))", "file://\(place)"] {
            #expect(PathRule.violations(path: "a", text: text).count == 1)
        }
        for text in ["net\(place)", "https://example.org\(place)", "../a\(place)"] {
            #expect(PathRule.violations(path: "a", text: text).isEmpty)
        }
        expectNone(
            try Repository.texts().sorted { $0.key < $1.key }
                .flatMap { PathRule.violations(path: $0.key, text: $0.value) }
        )
    }
}
