import Audit
import Clocks
import Encryption
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

// Time stamps of checkpoints with the built program and a real authority: from the request to what
// openssl says of the token we stored, and what verification does with it.

/// A store in which somebody spoke, which was signed, beside an authority.
private struct StampedStore {
    let folder: String
    let authority: LocalAuthority
    var path: String { "\(folder)/store" }
    /// The signed log as somebody else keeps it.
    var kept: String { "\(folder)/kept" }

    // Time stamps are of the machine's clock.
    static let justNow = Date().formatted(.iso8601)

    static func with(_ body: (StampedStore) throws -> Void) throws {
        try Programs.withTemporaryFolder { folder in
            let authority = try LocalAuthority(in: "\(folder)/authority")
            let store = StampedStore(folder: folder, authority: authority)
            try store.chat("hi\n")
            try store.sign(keeping: store.kept)
            try body(store)
        }
    }

    func run(_ arguments: String...) throws -> Programs.Output {
        try Programs.parley(["audit"] + arguments + ["--store", path])
    }

    func chat(_ script: String) throws {
        let options = ["--locale", "en", "--store", path, "--at", Self.justNow]
        let played = try Programs.parley(
            ["chat", "order-updates", "--script", "-", "--contact", "+4915112349876"] + options,
            input: script
        )
        try #require(played.status == 0, "\(played.errors)")
    }

    func sign(keeping file: String? = nil) throws {
        let signed = try run("checkpoint")
        try #require(signed.status == 0, "\(signed.errors)")
        if let file { try signed.text.write(toFile: file, atomically: true, encoding: .utf8) }
    }

    /// Asks the authority about the last checkpoint; the request and its reply.
    func ask(_ name: String = "asked") throws -> (request: String, reply: String) {
        let (request, reply) = ("\(folder)/\(name).tsq", "\(folder)/\(name).tsr")
        let written = try run("timestamp", "request", "--out", request)
        try #require(written.status == 0, "\(written.errors)")
        try authority.answer(request, to: reply)
        return (request, reply)
    }

    func add(_ request: String, _ reply: String) throws -> Programs.Output {
        try run("timestamp", "add", "--request", request, "--reply", reply)
    }

    func list() throws -> [[String: Any]] {
        try run("timestamp", "list", "--json").text.split(separator: "\n").map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(value as? [String: Any])
        }
    }

    /// Writes behind the program's back.
    func change(_ body: (SQLiteStore) throws -> Void) throws {
        let opened = try StoreFolder(path: path)
        try body(opened.store)
        try opened.close()
    }

    /// Adds a leaf that claims to be from two hours ago, and signs.
    func backDate() throws {
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let time = now.adding(.hours(-2))
        let event = AuditEvent(time: time, kind: .configChanged, cause: "test", actor: "operator")
        try change { try $0.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now) }
        try sign()
    }

    /// Runs what was printed, in a shell that finds the program and trusts the authority.
    func shell(_ command: String) throws -> Programs.Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let trusting = command.replacingOccurrences(
            of: "AUTHORITY.pem",
            with: authority.certificates
        )
        process.arguments = ["-c", trusting]
        process.currentDirectoryURL = Programs.repository
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(Programs.folder.path):\(environment["PATH"] ?? "")"
        process.environment = environment
        return try Programs.run(process)
    }
}

/// The lines that are for a shell.
private func commands(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
}

private func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: file)))
}

@Test func `the commands that are printed lead to a time stamp that openssl accepts`() throws {
    try StampedStore.with { store in
        // A name that has to be quoted.
        let request = "\(store.folder)/it's asked.tsq"
        let reply = "\(store.folder)/it's asked.tsr"
        let written = try store.run("timestamp", "request", "--out", request)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.errors.contains("`audit: timestamps:`"))
        #expect(try bytes(request).count == TimestampRequest.byteCount)
        let next = commands(written.text)
        try #require(next.count == 2)
        #expect(next[0].hasPrefix("curl -H 'Content-Type: application/timestamp-query' "))
        #expect(next[0].contains(" URL -o "))
        try store.authority.answer(request, to: reply)

        let added = try store.shell(next[1])
        #expect(added.status == 0, "\(added.errors)")
        let checking = try #require(commands(added.text).first)
        #expect(checking.hasPrefix("openssl ts -verify "))
        #expect(try store.shell(checking).status == 0)

        let kept = try SignedCheckpoint(bytes: bytes(store.kept))
        let stamps = try store.list()
        try #require(stamps.count == 1)
        #expect(stamps[0]["size"] as? Int == Int(kept.checkpoint.size))
        #expect(stamps[0]["policy"] as? String == LocalAuthority.policy)
        #expect(stamps[0]["fits"] as? Bool == true)
        let token = try TimestampToken(replyOrToken: bytes(reply))
        #expect(stamps[0]["token"] as? String == Data(token.bytes).base64EncodedString())

        // What is stored, and not only what came.
        let listed = try store.run("timestamp", "list", "--out", "\(store.folder)/tokens")
        let stored = try #require(commands(listed.text).first)
        #expect(try store.shell(stored).status == 0)
        let zeros = String(repeating: "0", count: 64)
        let ofOther = stored.replacing(Hex.encode(kept.imprint), with: zeros)
        #expect(ofOther != stored)
        #expect(try store.shell(ofOther).status == 1)

        let verified = try store.run("verify")
        #expect(verified.status == 0, "\(verified.text)")
        #expect(verified.text.contains("1 time stamp in the store used, on trust"))
        try store.chat("hi again\n")
        #expect(try store.run("verify", "--json").status == 0)
    }
}

@Test func `a request names the authority of the workspace, in quotes where it needs them`() throws
{
    try Programs.withTemporaryFolder { folder in
        for name in ["parley.yaml", "flows", "locales"] {
            try FileManager.default.copyItem(
                atPath: Programs.repository.appendingPathComponent(name).path,
                toPath: "\(folder)/\(name)"
            )
        }
        let settings = "\(folder)/parley.yaml"
        var text = try String(contentsOfFile: settings, encoding: .utf8)
        text += "\naudit: { timestamps: \"https://tsa.example/stamp?a=1&b=2\" }\n"
        try text.write(toFile: settings, atomically: true, encoding: .utf8)
        let place = ["--workspace", folder, "--store", "\(folder)/store"]
        let ask = ["audit", "timestamp", "request", "--out", "\(folder)/asked"] + place
        let played = try Programs.parley(
            ["chat", "order-updates", "--script", "-"] + place,
            input: "hi\n"
        )
        #expect(played.status == 0, "\(played.errors)")
        let early = try Programs.parley(ask)
        #expect(early.status == 2)
        #expect(early.errors.contains("never signed"))
        #expect(try Programs.parley(["audit", "checkpoint"] + place).status == 0)
        let written = try Programs.parley(ask)
        #expect(written.status == 0, "\(written.errors)")
        let next = commands(written.text)
        try #require(next.count == 2)
        #expect(next[0].contains(" 'https://tsa.example/stamp?a=1&b=2' -o \(folder)/asked.tsr"))
        #expect(next[1].hasSuffix(" --workspace \(folder) --store \(folder)/store"))
    }
}

@Test func `a reply to anything but the request is refused, and nothing is stored`() throws {
    try StampedStore.with { store in
        let first = try store.ask("first")
        let second = try store.ask("second")
        try store.chat("hi again\n")
        let third = try store.ask("third")
        let table = [
            (second.request, first.reply, "answers another request"),
            (third.request, first.reply, "another message"),
            (first.request, first.request, "not in the form of RFC 3161"),
            (first.reply, first.reply, "has more than 70 bytes"),
            (store.kept, first.reply, "has more than 70 bytes"),
            ("\(store.folder)/nothing", first.reply, "cannot be read"),
        ]
        for (request, reply, sentence) in table {
            let refused = try store.add(request, reply)
            #expect(refused.status == 2)
            #expect(refused.errors.contains(sentence), "\(refused.errors)")
        }
        try StampedStore.with { other in
            let elsewhere = try other.ask()
            let refused = try store.add(elsewhere.request, elsewhere.reply)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("of no checkpoint of this store"))
        }
        #expect(try store.run("timestamp", "list").text.contains("no time stamp is stored"))
        // Both requests are about checkpoints that are still there.
        for asked in [first, third] {
            #expect(try store.add(asked.request, asked.reply).status == 0)
        }
        #expect(try store.list().count == 2)
        #expect(try store.run("verify").status == 0)
    }
}

@Test func `a changed byte of a reply is refused, by us or by openssl`() throws {
    try StampedStore.with { store in
        let asked = try store.ask()
        let honest = try bytes(asked.reply)
        #expect(try store.authority.signed(asked.reply, to: asked.request))
        let query = try bytes(asked.request)
        let request = try #require(TimestampRequest(bytes: query))
        let info = try TimestampToken(replyOrToken: honest).info
        func place(of part: [UInt8]) throws -> Int {
            try #require(honest.firstRange(of: part)).lowerBound
        }
        // Whether we store it: what the authority alone can state is for its signature to bind.
        let table = [
            (0, false), (try place(of: request.imprint), false),
            (try place(of: Array(query[59..<67])), false),
            // The last digit of the seconds, and the end of the signature.
            (try place(of: Array(info.timeText.utf8)) + 13, true), (honest.count - 1, true),
        ]
        let damaged = "\(store.folder)/damaged.tsr"
        for (place, isStored) in table {
            var other = honest
            other[place] ^= 1
            try Data(other).write(to: URL(fileURLWithPath: damaged))
            #expect(try store.add(asked.request, damaged).status == (isStored ? 0 : 2), "\(place)")
            #expect(try !store.authority.signed(damaged, to: asked.request), "\(place)")
        }
        #expect(try store.list().count == 2)
    }
}

@Test func `a leaf that is dated before a time stamp it is not under is found`() throws {
    try StampedStore.with { store in
        let asked = try store.ask()
        #expect(try store.add(asked.request, asked.reply).status == 0)
        #expect(try store.run("verify").status == 0)
        try store.backDate()
        let verified = try store.run("verify")
        #expect(verified.status == 1)
        #expect(verified.text.contains("back-dating"))
        #expect(verified.text.contains("when the time stamp of 2"))
    }
}

@Test func `a time stamp that was kept elsewhere finds it as well, beside its checkpoint`() throws {
    try StampedStore.with { store in
        let asked = try store.ask()
        let token = "\(store.folder)/token"
        try store.authority.unwrap(asked.reply, to: token)
        try store.backDate()
        let newer = "\(store.folder)/newer"
        try store.sign(keeping: newer)
        let seen = "when \(store.kept) saw the log without it"
        let alone = try store.run("verify", "--checkpoint", store.kept)
        #expect(!alone.text.contains(seen))
        #expect(!alone.text.contains("time stamp"))
        for file in [asked.reply, token] {
            let found = try store.run("verify", "--checkpoint", store.kept, "--timestamp", file)
            #expect(found.status == 1)
            #expect(found.text.contains(seen), "\(found.text)\(found.errors)")
        }
        let other = try store.run("verify", "--checkpoint", newer, "--timestamp", token)
        #expect(other.status == 1)
        #expect(other.errors.contains("is no time stamp of the checkpoint in `\(newer)`"))
        let misused = [
            ["--timestamp", token],
            ["--timestamp", token, "--checkpoint", newer, "--checkpoint", store.kept],
            ["--timestamp", store.kept, "--checkpoint", store.kept],
        ]
        for arguments in misused {
            let refused = try Programs.parley(
                ["audit", "verify", "--store", store.path] + arguments
            )
            #expect(refused.status == 2)
            #expect(refused.text.isEmpty)
        }
    }
}

@Test func `a time stamp that fits no stored checkpoint is a fault of its own`() throws {
    try StampedStore.with { store in
        let asked = try store.ask()
        let token = try TimestampToken(replyOrToken: bytes(asked.reply)).bytes
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        try store.change {
            try $0.add(StoredAnchor(size: 3, kind: .timestamp, token: token, at: now))
        }
        let verified = try store.run("verify")
        #expect(verified.status == 1)
        #expect(verified.text.hasPrefix("holds:"))
        #expect(!verified.text.contains("time stamp"))
        #expect(verified.errors.contains("does not fit the checkpoint of 3 leaves"))
        #expect(verified.errors.split(separator: "\n").count == 1)
        let listed = try store.run("timestamp", "list")
        #expect(listed.status == 0)
        #expect(listed.text.contains("3 leaves, policy \(LocalAuthority.policy), DOES NOT FIT"))
    }
}
