import Foundation
import Testing

// The first command a newcomer types, on the built program: what it prints, what it leaves behind,
// and who can open that.

private let script = "hi\n/tap 1\n/tap 1\n/tap 1\nZebulonia\nSTOPP\n"
private let name = "Zebulonia"
private let address = "+4915112349876"

private func chat(_ extra: [String] = []) throws -> Programs.Output {
    let arguments = ["chat", "order-updates", "--locale", "de", "--contact", address]
    return try Programs.parley(arguments + ["--script", "-"] + extra, input: script)
}

@Test func `a scripted chat plays from the first word to STOPP and shows each consent change`()
    throws
{
    let played = try chat()
    #expect(played.status == 0)
    #expect(played.errors.isEmpty)
    let changes = played.text.split(separator: "\n").filter { $0.hasPrefix("  consent") }
    #expect(
        changes == [
            "  consent order-updates: unknown → requested",
            "  consent order-updates: requested → given",
            "  consent order-updates: given → withdrawn",
        ]
    )
    #expect(played.text.contains("  notice privacy@2026-03"))
    #expect(played.text.contains(name))
}

@Test func `the same script gives the same bytes on every run`() throws {
    #expect(try chat().text == chat().text)
}

@Test func `a store left behind holds no byte of the name or the address, and verifies`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try chat(["--store", store]).status == 0)
        for (file, bytes) in try Programs.files(under: store) {
            for secret in [name, address, String(address.dropFirst(3)), "STOPP"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) stands in \(file)")
                let wide: [UInt8] = secret.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
                #expect(bytes.range(of: Data(wide)) == nil, "\(secret) stands wide in \(file)")
            }
        }
        let verified = try Programs.parley(["audit", "verify", "--store", store])
        #expect(verified.status == 0, "\(verified.text)")
        #expect(verified.text.hasPrefix("holds: "))
    }
}

@Test func `a store opens only with its own key, and names it`() throws {
    try Programs.withTemporaryFolder { folder in
        let (store, other) = ("\(folder)/store", "\(folder)/other")
        #expect(try chat(["--store", store]).status == 0)
        #expect(try Programs.parley(["keys", "init", "--store", other]).status == 0)
        let listed = try Programs.parley(["keys", "list", "--store", store])
        let wanted = listed.text.split(separator: " ")[1]
        let wrong = try chat(["--store", store, "--key", "file:\(other).key"])
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains(wanted))
        let missing = try chat(["--store", store, "--key", "file:\(folder)/nothing"])
        #expect(missing.status == 2)
        #expect(missing.errors.contains(wanted))
        let again = try Programs.parley(
            ["chat", "order-updates", "--store", store, "--script", "-"],
            input: "hi\n"
        )
        #expect(again.status == 0)
    }
}

@Test(arguments: ["keys.db", "parley.db"])
func `a store that lost one of its databases is refused, not made anew`(lost: String) throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try chat(["--store", store]).status == 0)
        try FileManager.default.removeItem(atPath: "\(store)/\(lost)")
        for arguments in [["chat", "--script", "-"], ["audit", "verify"], ["keys", "list"]] {
            let refused = try Programs.parley(arguments + ["--store", store], input: "hi\n")
            #expect(refused.status == 2)
            #expect(!FileManager.default.fileExists(atPath: "\(store)/\(lost)"))
        }
        // Emptied is as lost as removed.
        try Data().write(to: URL(fileURLWithPath: "\(store)/\(lost)"))
        #expect(try Programs.parley(["audit", "verify", "--store", store]).status == 2)
    }
}

@Test func `a truncated database is refused by name`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try chat(["--store", store]).status == 0)
        let file = try #require(FileHandle(forWritingAtPath: "\(store)/parley.db"))
        try file.truncate(atOffset: 5000)
        try file.close()
        let refused = try chat(["--store", store])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("parley.db"))
    }
}

@Test func `a changed byte in a leaf is found, and the leaf is named`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try chat(["--store", store]).status == 0)
        let path = "\(store)/parley.db"
        var bytes = try #require(FileManager.default.contents(atPath: path))
        let place = try #require(bytes.range(of: Data("choice:accept".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "C")
        try bytes.write(to: URL(fileURLWithPath: path))
        let verified = try Programs.parley(["audit", "verify", "--store", store])
        #expect(verified.status == 1)
        #expect(verified.text.contains("the first wrong leaf is"))
    }
}

@Test func `a store that another process holds is refused with what to do instead`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try chat(["--store", store]).status == 0)
        let holder = Programs.process(
            "parley",
            ["chat", "order-updates", "--store", store, "--locale", "de"]
        )
        let (typed, output) = (Pipe(), Pipe())
        holder.standardInput = typed
        holder.standardOutput = output
        try holder.run()
        // Its greeting is printed once the store is open.
        _ = try output.fileHandleForReading.read(upToCount: 1)
        let refused = try chat(["--store", store])
        try typed.fileHandleForWriting.close()
        _ = try output.fileHandleForReading.readToEnd()
        holder.waitUntilExit()
        #expect(refused.status == 2)
        #expect(refused.errors.contains("in use by another Parley process"))
    }
}
