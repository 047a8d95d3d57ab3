import FlowCompiler
import Foundation
import Testing

/// The schemas name the keys the parsers take, no more and no fewer.
@Suite struct EditorSchemaTests {
    /// The keys a parser knows, as it names them in its help for one that it does not know.
    private func known(_ path: String, _ text: String) throws -> Set<String> {
        let sources = CheckFixture([path: text]).sources
        let found = WorkspaceCompiler.compile(sources).diagnostics.first {
            $0.code == .unknownKey && $0.sentence.contains("qqqqqqqqqqqq")
        }
        let help = try #require(found?.help)
        let parts = help.split(separator: "`", omittingEmptySubsequences: false)
        return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }

    private func keys(_ schema: String, _ path: [String]) throws -> Set<String> {
        var value = try JSONSerialization.jsonObject(with: Data(schema.utf8))
        for part in path {
            if let list = value as? [Any] {
                value = list[try #require(Int(part))]
            } else {
                value = try #require((value as? [String: Any])?[part])
            }
        }
        return Set(try #require((value as? [String: Any])?["properties"] as? [String: Any]).keys)
    }

    @Test(
        arguments: [
            ([], "qqqqqqqqqqqq: 1\nflow: main\nsteps: { a: { end: b } }"),
            (
                ["properties", "slots", "additionalProperties"],
                "flow: main\nslots: { s: { qqqqqqqqqqqq: 1 } }\nsteps: { a: { end: b } }"
            ),
            (["$defs", "step"], "flow: main\nsteps: { a: { qqqqqqqqqqqq: 1, end: b } }"),
            (
                ["$defs", "choice", "anyOf", "1"],
                "flow: main\nsteps: { a: { choose: { agree: { qqqqqqqqqqqq: 1, end: b } } } }"
            ),
            (
                ["$defs", "step", "properties", "unclear"],
                "flow: main\nsteps: { a: { ask: s, then: a, unclear: { qqqqqqqqqqqq: 1 } } }"
            ),
        ] as [([String], String)]
    )
    func `flow keys`(path: [String], text: String) throws {
        let known = try known("flows/main.yaml", text)
        #expect(try keys(EditorSchema.flow, path) == known)
    }

    @Test(
        arguments: [
            ([], "qqqqqqqqqqqq: 1"),
            (["properties", "controller"], "controller: { qqqqqqqqqqqq: 1 }"),
            (
                ["properties", "purposes", "additionalProperties"],
                "purposes: { p: { qqqqqqqqqqqq: 1 } }"
            ),
            (
                ["properties", "notices", "additionalProperties"],
                "notices: { p: { qqqqqqqqqqqq: 1 } }"
            ),
            (
                ["properties", "channels", "additionalProperties"],
                "channels: { p: { qqqqqqqqqqqq: 1 } }"
            ),
            (["properties", "retention"], "retention: { qqqqqqqqqqqq: 1 }"),
            (
                ["properties", "retention", "properties", "inbox", "anyOf", "2"],
                "retention: { inbox: { qqqqqqqqqqqq: 1 } }"
            ),
            (
                ["properties", "vendors", "additionalProperties"],
                "vendors: { p: { qqqqqqqqqqqq: 1 } }"
            ),
            (["properties", "opt-out", "anyOf", "0"], "opt-out: { qqqqqqqqqqqq: 1 }"),
            (["properties", "opt-out", "anyOf", "1", "items"], "opt-out: [{ qqqqqqqqqqqq: 1 }]"),
            (["properties", "store"], "store: { qqqqqqqqqqqq: 1 }"),
            (["properties", "audit"], "audit: { qqqqqqqqqqqq: 1 }"),
            (
                ["properties", "audit", "properties", "publish"],
                "audit: { publish: { qqqqqqqqqqqq: 1 } }"
            ),
        ] as [([String], String)]
    )
    func `settings keys`(path: [String], text: String) throws {
        let known = try known("parley.yaml", text)
        #expect(try keys(EditorSchema.settings, path) == known)
    }

    @Test(
        arguments: [
            ([], "qqqqqqqqqqqq: 1"),
            (
                ["properties", "choices", "additionalProperties", "anyOf", "1"],
                "choices: { agree: { qqqqqqqqqqqq: 1 } }"
            ),
        ] as [([String], String)]
    )
    func `locale keys`(path: [String], text: String) throws {
        let known = try known("locales/en.yaml", text)
        #expect(try keys(EditorSchema.locale, path) == known)
    }

    @Test(arguments: ["flow", "settings", "locale"])
    func `a schema is JSON of its dialect, and every reference leads somewhere`(
        name: String
    ) throws {
        let schemas = [
            "flow": EditorSchema.flow, "settings": EditorSchema.settings,
            "locale": EditorSchema.locale,
        ]
        let schema = try #require(schemas[name])
        let value = try JSONSerialization.jsonObject(with: Data(schema.utf8))
        let root = try #require(value as? [String: Any])
        #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let definitions = Set((root["$defs"] as? [String: Any] ?? [:]).keys)
        for part in schema.split(separator: "#/$defs/").dropFirst() {
            #expect(definitions.contains(String(part.prefix { $0 != "\"" })))
        }
    }
}
