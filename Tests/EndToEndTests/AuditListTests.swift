import Audit
import Foundation
import Testing

// Reading the log with the built program: what is let through, in which form, and what reading the
// events of a person leaves behind.

private let address = "+4915112349876"
private let other = "+4915112340000"
private let subscribing = "hi\n/tap 1\n/tap 1\n/tap 1\nZebulonia\n"

/// A store in which two people subscribed, one of whom said STOP.
private struct LogStore {
    let folder: String
    var path: String { "\(folder)/store" }

    // The commands run by the machine's clock, and an account goes back for six years only.
    static let justNow = Date().formatted(.iso8601)

    static func with(_ body: (LogStore) throws -> Void) throws {
        try Programs.withTemporaryFolder { folder in
            let store = LogStore(folder: folder)
            let played = try Programs.parley(
                [
                    "chat", "order-updates", "--script", "-", "--locale", "en",
                    "--contact", address, "--store", store.path, "--at", justNow,
                ],
                input: "\(subscribing)/as \(other)\n\(subscribing)STOP\n"
            )
            try #require(played.status == 0, "\(played.errors)")
            try body(store)
        }
    }

    func run(_ arguments: [String]) throws -> Programs.Output {
        try Programs.parley(arguments + ["--store", path])
    }

    func list(_ arguments: String...) throws -> Programs.Output {
        let listed = try run(["audit", "list"] + arguments)
        #expect(listed.status == 0, "\(arguments): \(listed.errors)")
        return listed
    }

    /// The leaves a list with these options prints, as they are stored.
    func leaves(_ arguments: String...) throws -> [String] {
        let listed = try run(["audit", "list", "--json"] + arguments)
        #expect(listed.status == 0, "\(arguments): \(listed.errors)")
        return listed.text.split(separator: "\n").map(String.init)
    }

    /// The lines of an account.
    func account(of address: String, _ arguments: String...) throws -> [[String: Any]] {
        let told = try run(["audit", "disclosures", address, "--json"] + arguments)
        #expect(told.status == 0, "\(told.errors)")
        return try told.text.split(separator: "\n").map { try object(String($0)) }
    }
}

private func object(_ line: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(value as? [String: Any])
}

private func member(_ name: String, of leaf: String) throws -> String? {
    try object(leaf)[name] as? String
}

@Test func `the JSON of a log is the log: its leaves have the root that verify derives`() throws {
    try LogStore.with { store in
        var frontier = Frontier()
        for leaf in try store.leaves() { frontier.append(MerkleTree.leafHash(Array(leaf.utf8))) }
        let verified = try store.run(["audit", "verify", "--json"])
        #expect(verified.text.contains(frontier.root.hex))
    }
}

@Test func `a filter shows what anybody would pick out of the whole log`() throws {
    try LogStore.with { store in
        let all = try store.leaves()
        func picked(_ isWanted: (String?, String?) -> Bool) throws -> [String] {
            try all.filter { isWanted(try member("kind", of: $0), try member("purpose", of: $0)) }
        }
        let consent = try picked { kind, _ in kind?.hasPrefix("consent.") == true }
        #expect(!consent.isEmpty && consent.count < all.count)
        #expect(try store.leaves("--kind", "consent") == consent)
        let some = try picked { kind, _ in kind == "consent.given" || kind == "flow.started" }
        #expect(try store.leaves("--kind", "consent.given", "flow.started") == some)
        #expect(try store.leaves("--kind", "consent.given", "--kind", "flow.started") == some)
        let both = try picked { kind, purpose in
            kind == "message.delivered" && purpose == "order-updates"
        }
        #expect(!both.isEmpty)
        let filter = ["--kind", "message.delivered", "--purpose", "order-updates"]
        #expect(try store.leaves(filter[0], filter[1], filter[2], filter[3]) == both)

        let subject = try #require(all.compactMap { try? member("subject", of: $0) }.first)
        let own = try all.filter { try member("subject", of: $0) == subject }
        #expect(try store.leaves("--subject", String(subject.prefix(8))) == own)
        #expect(try store.leaves("--subject", subject.uppercased()) == own)
        #expect(try store.leaves("--purpose", "newsletter").isEmpty)
    }
}

@Test func `from, limit and tail cut the list, with a filter and without`() throws {
    try LogStore.with { store in
        let all = try store.leaves()
        let moves = try store.leaves("--kind", "flow.moved")
        #expect(moves.count > 5)
        #expect(try store.leaves("--from", "7", "--limit", "3") == Array(all[7..<10]))
        #expect(try store.leaves("--tail", "4") == Array(all.suffix(4)))
        #expect(try store.leaves("--kind", "flow.moved", "--limit", "2") == Array(moves.prefix(2)))
        #expect(try store.leaves("--kind", "flow.moved", "--tail", "2") == Array(moves.suffix(2)))
        #expect(try store.leaves("--tail", "0").isEmpty)
    }
}

@Test func `a period has its first and its last instant in it, and a day is all of that day`()
    throws
{
    try LogStore.with { store in
        let all = try store.leaves()
        let times = try all.compactMap { try member("time", of: $0) }
        let (first, last) = (try #require(times.min()), try #require(times.max()))
        #expect(try store.leaves("--since", first, "--until", last) == all)
        let days = (String(first.prefix(10)), String(last.prefix(10)))
        #expect(try store.leaves("--since", days.0, "--until", days.1) == all)
        #expect(try store.leaves("--until", "2020-01-01").isEmpty)
        let nothing = try store.list("--until", "2020-01-01")
        #expect(nothing.text.isEmpty)
        #expect(nothing.errors.contains("no event"))
    }
}

@Test func `CSV has a header, a record for each leaf and as many fields in each`() throws {
    try LogStore.with { store in
        let records = try store.list("--csv").text.components(separatedBy: "\r\n").dropLast()
        #expect(records.first?.hasPrefix("index,time,kind,subject,seq,") == true)
        let leaves = try store.leaves()
        #expect(records.count == leaves.count + 1)
        // No name of the shipped workspace has a comma in it.
        for (record, leaf) in zip(records.dropFirst(), leaves) {
            let fields = record.split(separator: ",", omittingEmptySubsequences: false)
            #expect(fields.count == 14)
            #expect(String(fields[2]) == (try member("kind", of: leaf)))
        }
        let numbers = records.dropFirst().map { $0.prefix { $0 != "," } }
        #expect(numbers.elementsEqual(leaves.indices.map { Substring(String($0)) }))
    }
}

@Test func `what cannot be meant could not run, and says what can`() throws {
    let cases = [
        (["--kind", "consent.gven"], "did you mean `consent.given`?"),
        (["--kind", "mesage"], "did you mean `message`?"),
        (["--kind", "weather"], "there is message, provider, webhook, flow, consent"),
        (["--purpose", "newsleter"], "did you mean `newsletter`?"),
        (["--purpose", "weather"], "the workspace declares none"),
        (["--since", "yesterday"], "`yesterday` is no time"),
        (["--since", "2026-03-02", "--until", "2026-03-01"], "--until lies before --since"),
        (["--json", "--csv"], "not both"), (["--limit", "1", "--tail", "1"], "not both"),
        (["--limit=-1"], "negative"), (["--channel", "whatsapp"], "--contact"),
    ]
    try LogStore.with { store in
        for (arguments, sentence) in cases {
            let refused = try store.run(["audit", "list"] + arguments)
            #expect(refused.status == 2)
            #expect(refused.errors.contains(sentence), "\(arguments): \(refused.errors)")
            #expect(refused.text.isEmpty)
        }
    }
}

@Test func `an address in the wrong place is not repeated`() throws {
    try LogStore.with { store in
        let refused = try store.run(["audit", "list", "--subject", address])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("--contact"))
        #expect(!refused.errors.contains(address.dropFirst(3)))
    }
}

@Test func `the log is read without the key, and a person's part of it is not`() throws {
    try LogStore.with { store in
        let leaves = try store.leaves()
        try FileManager.default.removeItem(atPath: "\(store.path).key")
        #expect(try store.leaves() == leaves)
        for command in [["list", "--contact", address], ["disclosures", address]] {
            let refused = try store.run(["audit"] + command)
            #expect(refused.status == 2)
            #expect(refused.text.isEmpty)
            #expect(!refused.errors.contains(address))
        }
        #expect(try store.leaves() == leaves)
    }
}

@Test func `reading the events of a person is the last of them`() throws {
    try LogStore.with { store in
        let before = try store.leaves()
        let own = try store.leaves("--contact", address)
        let after = try store.leaves()
        #expect(after.count == before.count + 1)
        let leaf = try #require(after.last)
        #expect(own.last == leaf)
        #expect(try member("kind", of: leaf) == "data.disclosed")
        #expect(try member("cause", of: leaf) == "audit-trail")
        #expect(try member("actor", of: leaf) == "operator")
        let subject = try #require(try member("subject", of: leaf))
        #expect(own == (try after.filter { try member("subject", of: $0) == subject }))
        #expect(own.count > 10)
        // The channel may stand before the address, and filters still hold.
        let given = try store.leaves("--contact", "whatsapp:\(address)", "--kind", "consent.given")
        #expect(given.count == 1)
        #expect(try store.run(["audit", "verify"]).status == 0)
    }
}

@Test func `the events of a contact who was merged into a person are that person's`() throws {
    try LogStore.with { store in
        let subjects = Set(try store.leaves().compactMap { try member("subject", of: $0) })
        #expect(subjects.count == 2)
        #expect(try store.run(["contact", "merge", address, other]).status == 0)
        for known in [address, other] {
            let own = try store.leaves("--contact", known)
            #expect(Set(try own.compactMap { try member("subject", of: $0) }) == subjects)
        }
    }
}

@Test func `somebody who is not there leaves no leaf and no trace in the error`() throws {
    try LogStore.with { store in
        let before = try store.leaves()
        let unknown = "+4915112341111"
        for command in [
            ["list", "--contact", unknown], ["list", "--contact", address, unknown],
            ["disclosures", unknown],
        ] {
            let refused = try store.run(["audit"] + command)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("nothing is stored about this address"))
            #expect(!refused.errors.contains(unknown))
            #expect(refused.text.isEmpty)
        }
        #expect(try store.leaves() == before)
    }
}

@Test func `an account has every message, every handing out, and itself`() throws {
    try LogStore.with { store in
        #expect(try store.run(["contact", "show", address]).status == 0)
        #expect(try store.run(["contact", "export", address]).status == 0)
        let account = try store.account(of: address)
        let own = try store.leaves("--contact", address)
        let delivered = try own.filter { try member("kind", of: $0) == "message.delivered" }
        let messages = account.filter { $0["kind"] as? String == "message.delivered" }
        #expect(!delivered.isEmpty)
        #expect(messages.compactMap { $0["count"] as? Int }.reduce(0, +) == delivered.count)
        for line in messages {
            let to = try #require(line["to"] as? [[String: String]])
            #expect(to.map { $0["name"] } == ["Meta Platforms Ireland Ltd"])
            #expect(to.map { $0["country"] } == ["IE"])
            #expect(line["what"] as? String == "phone number, messages")
        }
        #expect(messages.contains { ($0["purpose"] as? String)?.contains("order-updates") == true })
        let handedOut = account.filter { $0["kind"] as? String == "data.disclosed" }
        #expect(handedOut.count == 3)
        #expect(account.last?["what"] as? String == "an account such as this one")
        let leaf = try #require(account.last?["lastLeaf"] as? Int)
        #expect(try member("cause", of: store.leaves()[leaf]) == "accounting")
    }
}

@Test func `an account keeps to its period, and to one person`() throws {
    try LogStore.with { store in
        #expect(try store.account(of: address, "--until", "2020-01-01").isEmpty)
        let text = try store.run(["audit", "disclosures", other, "--until", "2020-01-01"])
        #expect(text.text.contains("nothing was disclosed"))
        // What was done with the other person is none of this one's.
        let own = try store.account(of: address)
        #expect(own.filter { $0["kind"] as? String == "data.disclosed" }.count == 2)
        let csv = try store.run(["audit", "disclosures", address, "--csv"]).text
        #expect(csv.hasPrefix("from,until,count,what,recipient,country,role,purpose,kind,"))
        #expect(csv.components(separatedBy: "\r\n").count == own.count + 1 + 1 + 1)
    }
}

@Test func `a row that is no leaf is named, and a filtered list over it does not hold`() throws {
    try LogStore.with { store in
        let leaf = try #require(try store.leaves("--kind", "consent.given").first)
        let path = "\(store.path)/parley.db"
        var bytes = try #require(FileManager.default.contents(atPath: path))
        var rest = bytes.startIndex..<bytes.endIndex
        while let place = bytes.range(of: Data(leaf.utf8), in: rest) {
            bytes[place.lowerBound] = UInt8(ascii: "[")
            rest = place.upperBound..<bytes.endIndex
        }
        #expect(rest.lowerBound > bytes.startIndex)
        try bytes.write(to: URL(fileURLWithPath: path))

        let all = try store.run(["audit", "list"])
        #expect(all.status == 1)
        #expect(all.text.contains("not a leaf; run `parley audit verify`"))
        let json = try store.run(["audit", "list", "--json"])
        #expect(json.text.contains("\"error\":\"not a leaf\""))
        let given = try store.run(["audit", "list", "--kind", "consent.given"])
        #expect(given.status == 1)
        #expect(given.errors.contains("1 row of the log cannot be read"))
        #expect(given.text.split(separator: "\n").count == 1)
        let account = try store.run(["audit", "disclosures", address])
        #expect(account.status == 1)
        #expect(account.errors.contains("may hide"))
    }
}

@Test func `what a consent command says about a person is written down, also a no`() throws {
    try Programs.withTemporaryFolder { folder in
        let path = "\(folder)/store"
        let played = try Programs.parley(
            ["chat", "order-updates", "--contact", address, "--store", path, "--script", "-"],
            input: "hi\n"
        )
        #expect(played.status == 0, "\(played.errors)")
        func disclosures() throws -> Int {
            let listed = try Programs.parley(
                ["audit", "list", "--json", "--kind", "data.disclosed", "--store", path]
            )
            return listed.text.split(separator: "\n").count
        }
        let listed = try Programs.parley(["consent", "list", "--contact", address, "--store", path])
        #expect(listed.text.contains("no consent was ever asked for"))
        #expect(try disclosures() == 1)
        let refused = try Programs.parley(
            ["consent", "receipt", address, "--store", path]
                + ["--purpose", "newsletter", "--format", "jsonld"]
        )
        #expect(refused.status == 2)
        #expect(try disclosures() == 2)
    }
}
