import FlowCompiler
import FlowFormatter
import Foundation
import Testing

/// The YAML files of this repository, and what the tests ask of a layout.
enum Sources {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files of the workspace at the root.
    static func shipped() throws -> [SourceFile] {
        var files = [try file("parley.yaml")]
        for folder in ["flows", "locales", "notices"] {
            let path = root.appendingPathComponent(folder).path
            let found = FileManager.default.enumerator(atPath: path)
            let names = (found?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            for name in names.sorted() { files.append(try file("\(folder)/\(name)")) }
        }
        // Rules that read nothing would all hold.
        #expect(files.count > 60)
        return files
    }

    private static func file(_ path: String) throws -> SourceFile {
        let url = root.appendingPathComponent(path)
        return SourceFile(path: path, text: try String(contentsOf: url, encoding: .utf8))
    }

    static func file(text: String) -> SourceFile {
        SourceFile(path: "flows/sample.yaml", text: text)
    }

    /// What the compiler reads; nil if it reads nothing.
    static func tree(_ text: String) -> [UInt8]? {
        var diagnostics = Diagnostics()
        let node = YAMLReader.read(file(text: text), into: &diagnostics)
        return diagnostics.hasErrors ? nil : node?.canonicalBytes
    }

    static func laidOut(_ text: String) throws -> String {
        try CanonicalLayout.of(file(text: text))
    }

    /// Why a text is refused; a text that is laid out fails the test.
    static func refusal(of text: String) -> FormatError? {
        do throws(FormatError) {
            _ = try CanonicalLayout.of(file(text: text))
            Issue.record("it was laid out")
            return nil
        } catch {
            return error
        }
    }

    /// What the layout promises of every text, whatever its author wrote.
    static func expectCanonical(_ text: String, from before: String, _ name: String) throws {
        let again = try laidOut(text)
        #expect(again == text, "laid out twice it differs: \(name)")
        #expect(tree(text) == tree(before), "it reads differently: \(name)")
        #expect(!text.utf8.contains(UInt8(ascii: "\r")), "\(name)")
        #expect(!text.hasPrefix("\n"), "\(name)")
    }
}
