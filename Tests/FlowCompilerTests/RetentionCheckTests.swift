import Clocks
import Consent
import FlowCompiler
import FlowProgram
import Foundation
import Testing

/// How long a workspace keeps what, from `parley.yaml` to the program's policy.
@Suite struct RetentionCheckTests {
    private func settings(_ rules: String) -> [String: String] {
        [
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "")
                + "\nretention: { \(rules) }\n"
        ]
    }

    private func policy(_ rules: String) throws -> RetentionPolicy {
        let sources = CheckFixture(settings(rules)).sources
        return try #require(WorkspaceCompiler.compile(sources).program).retention
    }

    @Test func `without rules the standard holds`() throws {
        let sources = CheckFixture([:]).sources
        let program = try #require(WorkspaceCompiler.compile(sources).program)
        #expect(program.retention == .standard)
        let session = program.retention.rule(for: .session)
        #expect(session.keep == Program.defaultSessionIdle)
    }

    @Test func `a period, a preset and a rule in full replace the standard`() throws {
        let policy = try policy(
            "session-idle: 10 days, unconfirmed-contact: 3 weeks, consent-proof: bgb-195, "
                + "inbox: { keep: 9 days, because: we answer late }, "
                + "audit-log: { preset: pci-dss }"
        )
        #expect(policy.rule(for: .session).keep == .days(10))
        #expect(policy.rule(for: .unconfirmedContact).keep == .days(21))
        #expect(policy.rule(for: .consentProof).presetName == "bgb-195")
        #expect(policy.rule(for: .inbox).keep == .days(9))
        #expect(policy.rule(for: .inbox).citation == "we answer late")
        #expect(policy.rule(for: .auditLog).presetName == "pci-dss")
        let standard = RetentionPolicy.standard
        #expect(policy.rule(for: .suppression) == standard.rule(for: .suppression))
    }

    @Test func `a period may count from something else of the class`() throws {
        let policy = try policy("consent-proof: { keep: 3 years, from: consent-ended }")
        #expect(policy.rule(for: .consentProof).from == .consentEnded)
        #expect(
            findings(settings("inbox: { keep: 9 days, from: 1️⃣consent-ended }")) == [
                "1️⃣ invalid-value"
            ]
        )
        #expect(
            findings(settings("inbox: { keep: 9 days, from: 1️⃣yesterday }")) == [
                "1️⃣ invalid-value"
            ]
        )
    }

    @Test func `a preset exists, and is for the class`() {
        #expect(findings(settings("consent-proof: 1️⃣uwg-7")) == ["1️⃣ unknown-preset"])
        #expect(
            sentences(settings("consent-proof: uwg-7")).map { $0.hasSuffix("mean `uwg-7a`?") }
                == [true]
        )
        #expect(
            findings(settings("audit-log: { preset: 1️⃣uwg-7a }")) == ["1️⃣ unknown-preset"]
        )
    }

    @Test func `a period leaves room for what rests on it`() {
        #expect(findings(settings("inbox: 1️⃣6 days")) == ["1️⃣ invalid-value"])
        #expect(findings(settings("inbox: { keep: 1️⃣1 hour }")) == ["1️⃣ invalid-value"])
        #expect(findings(settings("inbox: 7 days")) == [])
    }

    @Test func `what another key says cannot be set here`() {
        for name in ["session", "suppression", "kept-value", "queued-message"] {
            #expect(
                findings(settings("1️⃣\(name): 9 days")).first == "1️⃣ unknown-key",
                "\(name)"
            )
        }
    }

    @Test func `the reference names every preset of a class that can be set`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/flow-language.md"),
            encoding: .utf8
        )
        for recordClass in RecordClass.allCases {
            for name in RetentionPolicy.presetNames(for: recordClass) {
                #expect(page.contains("`\(name)`"), "\(name)")
            }
        }
    }
}
