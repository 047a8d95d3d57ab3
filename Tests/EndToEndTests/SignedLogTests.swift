import Foundation
import Testing

/// The log as an operator signs it and an auditor checks it, on the built program.
struct SignedLogTests {
    /// A workspace with places to publish to, and a store somebody talked on.
    private func withTalk(
        _ body: (_ parley: ([String], String?) throws -> Programs.Output, _ folder: String) throws
            -> Void
    ) throws {
        try Programs.withTemporaryFolder { folder in
            for name in ["flows", "locales", "parley.yaml"] {
                try FileManager.default.copyItem(
                    atPath: Programs.repository.appendingPathComponent(name).path,
                    toPath: "\(folder)/\(name)"
                )
            }
            let settings = try FileHandle(
                forWritingTo: URL(fileURLWithPath: "\(folder)/parley.yaml")
            )
            try settings.seekToEnd()
            let audit = """

                audit:
                  origin: example.com/log
                  publish: { file: pub/checkpoints, tiles: pub/tiles, line: pub/siem.jsonl }

                """
            try settings.write(contentsOf: Data(audit.utf8))
            try settings.close()
            func parley(_ arguments: [String], _ input: String? = nil) throws -> Programs.Output {
                try Programs.parley(
                    arguments + ["--workspace", folder, "--store", "\(folder)/store"],
                    input: input ?? ""
                )
            }
            let chat = ["chat", "order-updates", "--contact", "+4915112349876", "--script", "-"]
            #expect(try parley(chat, "hi\n/tap 1\n/tap 1\n/tap 1\nAda\nSTOP\n").status == 0)
            try body(parley, folder)
        }
    }

    @Test func `a checkpoint is printed, published, and proves a leaf to somebody else`() throws {
        try withTalk { parley, folder in
            #expect(try parley(["audit", "status"], nil).status == 1)
            let signed = try parley(["audit", "checkpoint"], nil)
            #expect(signed.status == 0)
            #expect(signed.text.hasPrefix("example.com/log\n54\n"))
            for name in ["pub/checkpoints", "pub/tiles/checkpoint"] {
                let published = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                #expect(published.hasPrefix(signed.text))
            }
            let status = try parley(["audit", "status", "--json"], nil)
            #expect(status.status == 0)
            #expect(status.text.contains("\"exposedLeaves\": 0"))
            let key = try parley(["audit", "keys"], nil).text
                .trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(key.hasPrefix("example.com/log+"))
            #expect(try parley(["audit", "verify", "--verifier", key], nil).status == 0)

            let receipt = "\(folder)/receipt"
            #expect(try parley(["audit", "prove", "7", "--out", receipt], nil).status == 0)
            let checked = try Programs.parley(
                ["audit", "verify", "--proof", receipt, "--verifier", key]
            )
            #expect(checked.status == 0)
            #expect(checked.text.hasPrefix("holds: leaf 7 "))
            try expectEveryFlipFails(receipt, key)
        }
    }

    /// One bit in twenty of a receipt, so that the program is not started a thousand times.
    private func expectEveryFlipFails(_ receipt: String, _ key: String) throws {
        let honest = try Data(contentsOf: URL(fileURLWithPath: receipt))
        for place in stride(from: 0, to: honest.count, by: 97) {
            var flipped = honest
            flipped[place] ^= 1
            try flipped.write(to: URL(fileURLWithPath: receipt))
            let checked = try Programs.parley(
                ["audit", "verify", "--proof", receipt, "--verifier", key]
            )
            #expect(checked.status != 0, "byte \(place)")
        }
    }

    @Test func `a store put back is refused by every command, until that is declared`() throws {
        try withTalk { parley, folder in
            let files = FileManager.default
            #expect(try parley(["audit", "checkpoint"], nil).status == 0)
            try files.copyItem(atPath: "\(folder)/store", toPath: "\(folder)/old")
            let chat = ["chat", "order-updates", "--contact", "+4915112349876", "--script", "-"]
            #expect(try parley(chat, "hi\n").status == 0)
            try files.removeItem(atPath: "\(folder)/store")
            try files.moveItem(atPath: "\(folder)/old", toPath: "\(folder)/store")
            let refused = [
                try parley(chat, "hi\n"), try parley(["audit", "status"], nil),
                try parley(["retention", "plan"], nil), try parley(["audit", "checkpoint"], nil),
            ]
            for output in refused {
                #expect(output.status == 1)
                #expect(output.errors.contains("rolled back"))
            }
            // Its own log is whole: only what was published tells.
            #expect(try parley(["audit", "verify"], nil).status == 0)
            let kept = ["audit", "verify", "--checkpoint", "\(folder)/pub/tiles/checkpoint"]
            let found = try parley(kept, nil)
            #expect(found.status == 1)
            #expect(found.text.contains("rollback"))
            let declared = try parley(["audit", "checkpoint", "--new-incarnation"], nil)
            #expect(declared.status == 0, "\(declared.errors)")
            #expect(declared.text.hasPrefix("example.com/log/2\n"))
            #expect(try parley(chat, "hi\n").status == 0)
        }
    }

    @Test func `whoever reads a person's data at the prompt of a kept store stands in the log`()
        throws
    {
        try withTalk { parley, _ in
            let before = try parley(["audit", "list", "--kind", "data.disclosed"], nil)
            #expect(before.text.isEmpty)
            let chat = ["chat", "order-updates", "--contact", "+4915112349876", "--script", "-"]
            #expect(try parley(chat, "/export\n/state\n/receipt\n").status == 0)
            let after = try parley(["audit", "list", "--kind", "data.disclosed"], nil)
            for word in ["(exported)", "(shown)", "(receipt)"] {
                #expect(after.text.contains(word), "\(word)")
            }
            #expect(try parley(["audit", "verify"], nil).status == 0)
        }
    }

    @Test func `a hold is placed, stands in the way, and is lifted`() throws {
        try withTalk { parley, _ in
            #expect(try parley(["audit", "hold", "place", "case-1"], nil).status == 0)
            #expect(try parley(["audit", "hold", "place", "case-1"], nil).status == 2)
            #expect(try parley(["audit", "hold", "place", "not a name"], nil).status == 2)
            #expect(try parley(["audit", "hold", "list"], nil).text.contains("case-1"))
            let pruned = try parley(["audit", "prune", "--before", "2020-01-01", "--yes"], nil)
            #expect(pruned.status == 2)
            #expect(pruned.errors.contains("case-1"))
            #expect(try parley(["audit", "hold", "lift", "case-1"], nil).status == 0)
            let free = try parley(["audit", "prune", "--before", "2020-01-01", "--yes"], nil)
            #expect(free.status == 0)
        }
    }
}
