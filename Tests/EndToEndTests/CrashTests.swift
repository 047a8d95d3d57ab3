import Audit
import Clocks
import ConversationRuntime
import Encryption
import Foundation
import Storage
import StorageSQLite
import Testing

// A process that dies in the middle of its work loses nothing it has acknowledged. (That power may
// be lost too is the store's own test: this one keeps the system's page cache.)

@Test func `kill -9 in the middle of ten thousand turns loses no acknowledged turn`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try Programs.parley(["keys", "init", "--store", store]).status == 0)
        let load = Programs.process("parley-load", [".", store, "\(store).key", "10000"])
        let output = Pipe()
        load.standardOutput = output
        try load.run()
        var acknowledged = Data()
        while acknowledged.count(where: { $0 == UInt8(ascii: "\n") }) < 3000 {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the load ended before it could be killed")
            acknowledged += more
        }
        kill(load.processIdentifier, SIGKILL)
        acknowledged += try output.fileHandleForReading.readToEnd() ?? Data()
        load.waitUntilExit()
        #expect(load.terminationReason == .uncaughtSignal)
        // A last line without its end was not yet an acknowledgement.
        let whole = acknowledged.lastIndex(of: UInt8(ascii: "\n")) ?? acknowledged.startIndex
        let ids = String(decoding: acknowledged[..<whole], as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("ack ") }.map { String($0.dropFirst(4)) }
        #expect(ids.count >= 3000 && ids.count < 10_000)
        try expectTaken(ids, in: store)
    }
}

private func expectTaken(_ ids: [String], in path: String) throws {
    let folder = try StoreFolder(path: path)
    let key = try KeySource.file("\(path).key").load()
    let directory = try Vaults.open(folder.vault, with: key, entropy: .system)
    let lost = try ids.filter { id in
        let inboxKey = directory.inboxKey(channel: "whatsapp", providerID: id)
        return try !folder.store.isTaken(inboxKey: inboxKey)
    }
    #expect(lost.isEmpty, "\(lost.count) acknowledged turns are gone")
    let report = try AuditReading(store: folder.store).verify()
    #expect(report.isIntact, "\(report.findings.map(\.text))")
    #expect(report.leaves > UInt64(ids.count))
    try folder.close()
}
