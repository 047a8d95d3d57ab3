import Clocks
import FlowCompiler
import FlowProgram
import Foundation
import Testing

/// How a log is signed and published, from `parley.yaml` to the program's settings.
@Suite struct AuditCheckTests {
    private func settings(_ rules: String) -> [String: String] {
        [
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "")
                + "\naudit: { \(rules) }\n"
        ]
    }

    private func program(_ files: [String: String]) throws -> Program {
        try #require(WorkspaceCompiler.compile(CheckFixture(files).sources).program)
    }

    @Test func `without a section the standard holds`() throws {
        #expect(try program([:]).audit == .standard)
        #expect(try program(settings("")).audit == .standard)
        let standard = AuditSettings.standard
        #expect(standard.checkpointEvery == Period("10 seconds"))
        #expect(standard.heartbeat == .hours(1))
        #expect(standard.exposureLimit == .minutes(1))
        #expect(standard.keyEpoch == .days(30))
    }

    @Test func `what is said comes into the program, and nothing else changes`() throws {
        let audit = try program(
            settings(
                "origin: acme.example/log, checkpoint: 2 seconds, heartbeat: 2 days, "
                    + "exposure: 3 seconds, key-epoch: 400 days, "
                    + "publish: { file: audit/log, tiles: public/tiles, line: audit/log.jsonl }, "
                    + "witnesses: audit/policy, timestamps: https://tsa.example:8443/a?b"
            )
        ).audit
        #expect(
            audit
                == AuditSettings(
                    origin: "acme.example/log",
                    checkpointEvery: Period(months: 0, milliseconds: 2000),
                    heartbeat: .days(2),
                    exposureLimit: Period(months: 0, milliseconds: 3000),
                    keyEpoch: .days(400),
                    publishedFile: "audit/log",
                    publishedTiles: "public/tiles",
                    publishedLine: "audit/log.jsonl",
                    witnessPolicy: "audit/policy",
                    timestampAuthority: "https://tsa.example:8443/a?b"
                )
        )
        let origin = try program(settings("origin: acme.example/log")).audit
        #expect(origin.origin == "acme.example/log")
        #expect(origin.heartbeat == AuditSettings.standard.heartbeat)
        #expect(origin.publishedFile == nil)
    }

    @Test func `where the log goes does not change the digest, other settings do`() throws {
        let plain = try program([:])
        let published = try program(settings("publish: { file: audit/checkpoints }"))
        #expect(plain.digest == published.digest)
        #expect(plain.audit != published.audit)
        let kept = try program([
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "")
                + "\nretention: { inbox: 9 days }\n"
        ])
        #expect(plain.digest != kept.digest)
    }

    @Test func `a key that is nearly right is named`() {
        #expect(
            sentences(settings("checkpont: 9 seconds")) == [
                "unknown key `checkpont` in `audit` — did you mean `checkpoint`?"
            ]
        )
        #expect(
            sentences(settings("publish: { tilse: a }")) == [
                "unknown key `tilse` in `publish` — did you mean `tiles`?"
            ]
        )
    }

    @Test(arguments: [
        ("checkpoint", ["25 hours", "2 days", "1 month"]),
        ("heartbeat", ["0 seconds", "32 days", "1 month"]),
        ("exposure", ["32 days", "1 month"]),
        ("key-epoch", ["23 hours", "401 days", "1 year"]),
    ])
    func `a length of time out of bounds is refused`(key: String, periods: [String]) {
        for period in periods {
            #expect(
                findings(settings("\(key): 1️⃣\(period)")) == ["1️⃣ invalid-value"],
                "\(period)"
            )
        }
    }

    @Test(arguments: [
        "checkpoint: 1 second", "checkpoint: 1 day, heartbeat: 1 day, exposure: 1 day",
        "heartbeat: 31 days, exposure: 31 days", "heartbeat: 10 seconds, exposure: 10 seconds",
        "key-epoch: 1 day", "key-epoch: 400 days",
    ])
    func `a length of time at its bound holds`(rules: String) {
        #expect(findings(settings(rules)) == [])
    }

    @Test func `the bounds are said, and why a month is none`() {
        #expect(
            sentences(settings("key-epoch: 401 days")) == [
                "`key-epoch` is from 1 day to 400 days, not 401 days — the default is 30 days"
            ]
        )
        #expect(
            sentences(settings("key-epoch: 1 month")) == [
                "`key-epoch` is from 1 day to 400 days, not 1 month"
                    + " — months and years have no fixed length: write it in days"
            ]
        )
    }

    @Test func `heartbeat and exposure are not shorter than checkpoint, not even by default`() {
        #expect(findings(settings("heartbeat: 1️⃣9 seconds")) == ["1️⃣ invalid-value"])
        #expect(findings(settings("exposure: 1️⃣9 seconds")) == ["1️⃣ invalid-value"])
        let both = settings("checkpoint: 2 hours, heartbeat: 1️⃣1 hour, exposure: 2️⃣1 hour")
        #expect(findings(both) == ["1️⃣ invalid-value", "2️⃣ invalid-value"])
        #expect(findings(settings("checkpoint: 1️⃣2 minutes")) == ["1️⃣ invalid-value"])
        #expect(
            sentences(settings("checkpoint: 2 minutes")) == [
                "`exposure` is 1 minute by default, shorter than `checkpoint`, which is 2 minutes"
                    + " — write `exposure: 2 minutes` or longer"
            ]
        )
    }

    private static let longest = "acme.example/" + String(repeating: "a", count: 51)

    @Test(arguments: [
        "https://acme.example/log", "//acme.example", "/log", "acme.example/a+b",
        "\"acme.example/a b\"", "\"acme.example/a\\tb\"", "\"acme.example/a\\u00a0b\"",
        "acme.example/ü", "\"\"", longest + "a",
    ])
    func `an origin that a signed note cannot name is refused`(origin: String) {
        #expect(findings(settings("origin: 1️⃣\(origin)")) == ["1️⃣ invalid-value"])
    }

    @Test(arguments: ["acme.example/log", "acme.example:8443/a/b", "localhost", longest])
    func `an origin is a URL without a scheme`(origin: String) {
        #expect(findings(settings("origin: \(origin)")) == [])
    }

    @Test(arguments: [
        "http://tsa.example/", "HTTPS://tsa.example/", "tsa.example", "https://", "https:///a",
        "\"https://tsa.example/a b\"", "https://name:password@tsa.example/", "https://tsä.example/",
    ])
    func `an authority without an https address is refused, and not repeated`(address: String) {
        let files = settings("timestamps: 1️⃣\(address)")
        #expect(findings(files) == ["1️⃣ invalid-value"])
        #expect(!sentences(files).joined().contains("password@"))
    }
}

/// Where a log is published, and where its policy is read.
extension AuditCheckTests {
    private static let places = [
        "publish: { file: 1️⃣… }", "publish: { tiles: 1️⃣… }", "publish: { line: 1️⃣… }",
        "witnesses: 1️⃣…",
    ]

    @Test(arguments: places)
    func `a path that could leave the workspace is refused`(place: String) {
        let paths = [
            "/audit", "../audit", "audit/../../a", "audit/..", ".", "./audit", "audit/", "a//b",
            "\"\"", "\"a\\u0007b\"",
            // One character to Swift, and a `/` to the file system.
            "../\u{301}a",
        ]
        for path in paths {
            let rules = place.replacing("…", with: path)
            #expect(findings(settings(rules)) == ["1️⃣ invalid-value"], "\(path)")
        }
    }

    @Test(arguments: places)
    func `a path of the workspace's own is refused`(place: String) {
        let paths = [
            "flows", "flows/a", "locales/en.yaml", "transcripts", "store", "store/tiles",
            "store.key", "parley.yaml",
        ]
        for path in paths {
            let rules = place.replacing("…", with: path)
            #expect(findings(settings(rules)) == ["1️⃣ invalid-value"], "\(path)")
        }
        for path in ["a", "flows-a", "audit/flows", "a..b/...", "a b"] {
            #expect(findings(settings(place.replacing("1️⃣…", with: path))) == [], "\(path)")
        }
    }

    @Test(arguments: [
        "publish: { file: audit/a, tiles: 1️⃣audit/a }",
        "publish: { file: audit, tiles: 1️⃣audit/tiles }",
        "publish: { tiles: audit/tiles, line: 1️⃣audit/tiles/log }",
        "publish: { tiles: audit/tiles }, witnesses: 1️⃣audit/tiles/policy",
        "publish: { line: audit/a }, witnesses: 1️⃣audit/a",
    ])
    func `no path is another, or lies in it`(rules: String) {
        #expect(findings(settings(rules)) == ["1️⃣ invalid-value"])
    }

    @Test func `paths may lie side by side`() {
        let rules = "publish: { file: audit/a, tiles: audit/ab, line: audit/b }, witnesses: c"
        #expect(findings(settings(rules)) == [])
    }

    @Test func `paths are refused with a way out`() {
        #expect(
            sentences(settings("publish: { tiles: /srv }")) == [
                "`/srv` is not a path inside the workspace"
                    + " — write names with `/` between them, such as `audit/tiles`"
            ]
        )
        #expect(
            sentences(settings("witnesses: store/policy")) == [
                "`store/policy` is among the workspace's own files"
                    + " — choose another place, such as `audit/witnesses`"
            ]
        )
        #expect(
            sentences(settings("publish: { file: a, line: a/b }")) == [
                "the paths of `file` and `line` are the same, or one lies in the other"
                    + " — choose another place, such as `audit/line`"
            ]
        )
    }

    @Test func `the example of the reference holds, and shows the defaults`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/flow-language.md"),
            encoding: .utf8
        )
        let from = try #require(page.range(of: "\naudit:"))
        let rest = page[from.lowerBound...].dropFirst()
        let section = try #require(rest.range(of: "```")).lowerBound
        let files = [
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "") + "\n" + rest[..<section]
        ]
        #expect(findings(files) == [])
        let audit = try program(files).audit
        let standard = AuditSettings.standard
        #expect(audit.checkpointEvery == standard.checkpointEvery)
        #expect(audit.heartbeat == standard.heartbeat)
        #expect(audit.exposureLimit == standard.exposureLimit)
        #expect(audit.keyEpoch == standard.keyEpoch)
        #expect(audit.timestampAuthority != nil)
    }
}
