import Foundation
import Starter
import Testing

/// What `parley new` writes is what this repository ships: the copy in the program never goes its
/// own way.
struct EmbeddedStarterTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let own = "Sources/Starter/Resources/own"
    private static let advice = "run scripts/embed-starter, then build again"

    @Test func `every embedded file is the repository's`() throws {
        for file in StarterArchive.shipped.files {
            let source = Self.source(of: file.path)
            let text = try Self.read(source)
            if Self.isPartlyShared(file.path) {
                let shipped = Self.content(text).filter(Self.isTakenOver)
                #expect(Self.content(file.text) == shipped, "\(file.path): \(Self.advice)")
            } else {
                #expect(file.text == text, "\(file.path) is not \(source): \(Self.advice)")
            }
            if let notice = Self.notice(for: file.path) {
                let ending = "\n\n" + (try Self.read(notice))
                #expect(file.text.hasSuffix(ending), "\(file.path): \(Self.advice)")
            }
        }
    }

    @Test func `every file of the starter's own and of the built-in flows is embedded`() throws {
        let archive = StarterArchive.shipped
        let embedded = Set(archive.files.map(\.path).map(Self.source))
        var wanted = try Self.files(under: Self.own).filter { !$0.contains("/notices/") }
        for flow in archive.builtInFlows where flow != "start-again" {
            wanted.append("flows/\(flow).yaml")
        }
        for locale in archive.locales {
            wanted.append("locales/\(locale).yaml")
            wanted += try Self.files(under: "locales/\(locale)").filter { path in
                archive.builtInFlows.contains { path.hasSuffix("/\($0).yaml") }
            }
        }
        #expect(wanted.count > 50)
        #expect(wanted.filter { !embedded.contains($0) } == [], "\(Self.advice)")
    }

    @Test func `nothing of the example flows is embedded`() {
        for file in StarterArchive.shipped.files {
            for word in ["order-updates", "clinic", "health@", "2026-03:"] {
                #expect(!file.text.contains(word), "\(file.path) has `\(word)`: \(Self.advice)")
            }
        }
    }

    /// Where the repository has an embedded file.
    private static func source(of path: String) -> String {
        let named = path.replacing("@FLOW@", with: "welcome")
        if path == ".gitignore" { return "\(own)/gitignore" }
        let isOwn =
            named != path || !path.contains("/") || path == "flows/start-again.yaml"
        return isOwn ? "\(own)/\(named)" : path
    }

    /// Whether a file also has texts of flows that the starter does without.
    private static func isPartlyShared(_ path: String) -> Bool {
        guard path.hasPrefix("locales/") else { return false }
        return path.split(separator: "/").count == 2 || path.hasSuffix("/start-again.yaml")
    }

    private static func isTakenOver(_ line: Substring) -> Bool {
        let others = ["order-updates", "clinic-reminders", "subscribe", "appointment"]
        return !others.contains { line.hasPrefix("  \($0):") }
    }

    private static func notice(for path: String) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count == 2, parts[0] == "locales" else { return nil }
        return "\(own)/notices/\(parts[1])"
    }

    /// The lines before the notices that say something.
    private static func content(_ text: String) -> [Substring] {
        text.split(separator: "\n").prefix { $0 != "notices:" }
            .filter { !$0.drop(while: \.isWhitespace).hasPrefix("#") }
    }

    private static func read(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    private static func files(under folder: String) throws -> [String] {
        let path = root.appendingPathComponent(folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: path)
            .filter { $0.contains(".") || $0.hasSuffix("gitignore") }
            .map { "\(folder)/\($0)" }
    }
}
