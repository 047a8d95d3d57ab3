import Audit
import Foundation
import Testing

/// The verifier in Python reads every leaf that we write.
struct VerifyLogScriptTests {
    @Test func `the independent verifier knows every kind of event`() throws {
        let script = Programs.repository.appendingPathComponent("scripts/verify-log")
        let text = try String(contentsOf: script, encoding: .utf8)
            .filter { !$0.isWhitespace }
        for kind in AuditKind.allCases {
            let parts = kind.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
            // `family\.name` or `family\.(one|name|other)`.
            let known = text.components(separatedBy: "\(parts[0])\\.").dropFirst().contains {
                rest in
                guard rest.hasPrefix("(") else { return rest.hasPrefix(parts[1]) }
                return rest.dropFirst().prefix { $0 != ")" }.split(separator: "|")
                    .contains { $0 == parts[1] }
            }
            #expect(known, "\(kind.rawValue)")
        }
    }
}
