import Foundation
import Testing

/// `parley check` as its users meet it, on copies of the shipped workspace.
struct CheckTests {
    /// A copy of the workspace with one thing changed in the newsletter.
    private static func broken<Result>(
        _ body: (_ folder: String) throws -> Result
    ) throws -> Result {
        try copy { folder in
            let path = "\(folder)/flows/newsletter.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let changed = text.replacingOccurrences(
                of: "no-thanks: { say: no-thanks, end: declined }",
                with: "no-thanks: { say: no-thanks, for: newsletter, end: declined }"
            )
            #expect(changed != text)
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
            return try body(folder)
        }
    }

    private static func copy<Result>(_ body: (_ folder: String) throws -> Result) throws -> Result {
        try Programs.withTemporaryFolder { folder in
            for name in ["parley.yaml", "flows", "locales"] {
                try FileManager.default.copyItem(
                    atPath: Programs.repository.appendingPathComponent(name).path,
                    toPath: "\(folder)/\(name)"
                )
            }
            return try body(folder)
        }
    }

    @Test func `what does not hold is shown as a conversation with the lines of the flow`() throws {
        try Self.broken { folder in
            let checked = try Programs.parley(["check", "--workspace", folder])
            #expect(checked.status == 1)
            #expect(checked.text.contains("flows/newsletter.yaml:"))
            #expect(checked.text.contains("[V1]"))
            #expect(checked.text.contains("| tap decline"))
            #expect(checked.text.contains("| x withheld purpose newsletter/no-thanks: refused"))
            #expect(checked.text.contains("V1  broken"))
            #expect(checked.text.contains("\nbroken: 10 flows"))
        }
    }

    @Test func `a saved conversation fails the tests until the flow is mended`() throws {
        try Self.broken { folder in
            let checked = try Programs.parley(["check", "--save", "--workspace", folder])
            #expect(checked.text.contains("saved \(folder)/transcripts/counterexamples/v1-"))
            let tested = try Programs.parley(["test", "--workspace", folder])
            #expect(tested.status == 1)
            #expect(tested.text.contains("+ x withheld purpose newsletter/no-thanks: refused"))
        }
    }

    @Test func `an editor gets the place and the conversation as JSON`() throws {
        try Self.broken { folder in
            let checked = try Programs.parley(["check", "--json", "--workspace", folder])
            let lines = checked.text.split(separator: "\n").map { Data($0.utf8) }
            let objects = try lines.map { try JSONSerialization.jsonObject(with: $0) }
                .compactMap { $0 as? [String: Any] }
            #expect(objects.count == lines.count)
            let finding = try #require(objects.first { $0["code"] as? String == "V1" })
            #expect(finding["file"] as? String == "flows/newsletter.yaml")
            #expect(finding["line"] as? Int ?? 0 > 1)
            #expect((finding["conversation"] as? [String])?.contains("tap decline") == true)
            let verdict = try #require(objects.first { $0["property"] as? String == "V1" })
            #expect(verdict["verdict"] as? String == "broken")
        }
    }

    @Test func `a bound that is hit is said and nothing passes`() throws {
        let checked = try Programs.parley(["check", "--limit", "20"])
        #expect(checked.status == 1)
        #expect(checked.text.contains("undecided"))
        #expect(checked.text.contains("not decided: more than 20 situations for `order-updates`"))
    }

    @Test func `a certificate is proven again and refused for another program`() throws {
        try Self.copy { folder in
            let file = "\(folder)/proof.txt"
            let key = ["--signing-key", "\(folder)/proof.key"]
            let written = try Programs.parley(
                ["check", "--certificate", file, "--make-key", "--workspace", folder] + key
            )
            #expect(written.status == 0, "\(written.errors)")
            let verified = try Programs.parley(
                ["check", "--verify", file, "--workspace", folder] + key
            )
            #expect(verified.status == 0, "\(verified.errors)")
            #expect(verified.text.hasPrefix("holds: "))
            let path = "\(folder)/locales/en/help.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "{controller}", with: "{controller}!")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let other = try Programs.parley(
                ["check", "--verify", file, "--workspace", folder] + key
            )
            #expect(other.status == 1)
        }
    }

    @Test func `another edition is held against the one that runs`() throws {
        try Self.copy { old in
            try Self.copy { folder in
                let path = "\(folder)/locales/en.yaml"
                let same = try Programs.parley(
                    ["check", "--quick", "--against", old, "--workspace", folder]
                )
                #expect(same.status == 0, "\(same.text)")
                let notices = "\(folder)/locales"
                let files = try #require(FileManager.default.enumerator(atPath: notices))
                    .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
                for file in files {
                    let place = "\(notices)/\(file)"
                    let text = try String(contentsOfFile: place, encoding: .utf8)
                    try text.replacingOccurrences(of: "24 months", with: "36 months")
                        .write(toFile: place, atomically: true, encoding: .utf8)
                }
                #expect(FileManager.default.fileExists(atPath: path))
                let changed = try Programs.parley(
                    ["check", "--quick", "--against", old, "--workspace", folder]
                )
                #expect(changed.status == 1)
                #expect(changed.text.contains("[V14]"))
            }
        }
    }

    @Test func `a generated suite passes and reaches every timer`() throws {
        try Self.copy { folder in
            let generated = try Programs.parley(["test", "--generate", "--workspace", folder])
            #expect(generated.status == 0, "\(generated.errors)")
            let tested = try Programs.parley(["test", "--coverage", "--workspace", folder])
            #expect(tested.status == 0, "\(tested.text)")
            #expect(!tested.text.contains("never fired"))
        }
    }

    @Test func `the shipped files are laid out and drawn`() throws {
        #expect(try Programs.parley(["fmt", "--check"]).status == 0)
        let drawn = try Programs.parley(["graph", "newsletter", "--format", "mermaid"])
        #expect(drawn.status == 0)
        #expect(drawn.text.contains("flowchart"))
    }
}
