import Audit
import Foundation
import GRDB
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Goal: a store made by an earlier version goes on, with all that is in it.
///
/// Method: the tables as those versions made them, kept word for word (`TemporaryFolder+Earlier`).
@Suite struct MigrationTests {
    private static let contact = TemporaryFolder.earlierContact
    private static let files = ["parley.db", "keys.db"]

    @Test func `a store of version 1 is brought up to ours with its contents`() throws {
        let temporary = try TemporaryFolder.firstVersion()
        try temporary.with { folder in
            let store = folder.store
            #expect(
                try store.contact(Self.contact)
                    == StoredContact(version: 3, sealedState: [0xAB])
            )
            #expect(try store.isTaken(inboxKey: [0x01]))
            #expect(try store.queued(for: Self.contact).map(\.id) == [4])
            #expect(try store.evidence(for: Self.contact).map(\.sequence) == [9])
            #expect(try folder.vault.contact(for: [0x0A]) == Self.contact)
            #expect(try folder.vault.identifiers(of: Self.contact) == [[0x0A]])
            #expect(try folder.vault.settings()?.keyEpoch == 5)
            try Self.useWhatIsNew(folder)
            StoreCheck.expectConsistent(
                try store.leaves(from: 0, limit: 9),
                try store.heads(from: 0, limit: 9),
                try store.frontier()
            )
        }
        for file in Self.files {
            #expect(try temporary.value("PRAGMA user_version", in: file) == 4)
        }
        try temporary.with { folder in
            let count = try folder.vault.suppressionCount()
            #expect(count == 1)
        }
    }

    @Test func `messages that version 3 queued can be delivered, given up and brought back`() throws
    {
        let temporary = try TemporaryFolder.thirdVersion()
        for file in Self.files {
            #expect(try temporary.value("PRAGMA user_version", in: file) == 3)
        }
        try temporary.with { folder in
            let queued = try folder.store.queued(for: Self.contact)
            #expect(queued.map(\.id) == [4, 5])
            #expect(queued.map(\.attempts) == [0, 0])
            #expect(queued.map(\.notBefore) == [nil, nil])
            // When they were queued was not kept: no later than the last commit, which it tells.
            #expect(queued.map(\.queuedAt) == [7, 7].map(Sample.time))
            #expect(queued.map(\.sealed) == [[0x03], [0x05]])
            let change = DeliveryChange.buried(id: 4, attempts: 2, code: "code")
            let sent = SentMessage(key: [1], effectID: [2])
            let turn = Sample.turn(Self.contact, on: 3, deliveries: [change], sent: [sent])
            #expect(try folder.store.commit([turn]) == [.committed(firstLeaf: 1)])
            let answer = StoredAnswer(
                key: [1],
                request: [2],
                status: 200,
                sealed: [3],
                at: Sample.time(4)
            )
            #expect(try folder.store.rememberAnswer(answer) == answer)
            #expect(try folder.vault.addAPIKey(Self.key))
            #expect(try folder.vault.logKeys().map(\.verifier) == ["log"])
        }
        for file in Self.files {
            #expect(try temporary.value("PRAGMA user_version", in: file) == 4)
        }
        try temporary.with { folder in
            let store = folder.store
            #expect(try store.deadLetters(after: 0, limit: 9).map(\.id) == [4])
            #expect(try store.queuedContacts(after: nil, limit: 9).map(\.contact) == [Self.contact])
            #expect(try store.sent([1])?.contact == Self.contact)
            #expect(try store.answer(for: [1])?.sealed == [3])
            #expect(try folder.vault.apiKeys() == [Self.key])
            let turn = Sample.turn(Self.contact, on: 4, deliveries: [.requeued(id: 4)])
            _ = try store.commit([turn])
            #expect(try store.queued(for: Self.contact).map(\.id) == [4, 5])
        }
    }

    private static let key = StoredAPIKey(
        id: "a",
        secretHash: [UInt8](repeating: 1, count: 32),
        name: "a key",
        scopes: ["messages:send"],
        createdAt: Sample.time(1)
    )

    private static func useWhatIsNew(_ folder: StoreFolder) throws {
        let (store, vault) = (folder.store, folder.vault)
        let turn = Sample.turn(contact, on: 3, leaves: [[2]], erasure: Sample.job(contact))
        #expect(try store.commit([turn]) == [.committed(firstLeaf: 1)])
        #expect(
            try store.shred(contact) == ShredCounts(contacts: 1, outbox: 1, evidence: 1)
        )
        try vault.destroy(
            [contact],
            suppressing: [Suppression(identifier: [0x0A], record: [1])]
        )
        let leaf = PreparedLeaf(body: [3])
        let index = try store.finishErasure(of: contact, leaves: [leaf], at: Sample.time(9))
        #expect(index == 2)
        #expect(try vault.signingKeys() == [])
    }

    /// The obstacle stands in the way of the last table, when all else has been made.
    @Test(arguments: [("parley.db", "idempotency"), ("keys.db", "api_key")])
    func `a migration that breaks off leaves version 1 as it was`(
        _ file: String,
        _ table: String
    ) throws {
        let temporary = try TemporaryFolder.firstVersion()
        try temporary.execute("CREATE TABLE \(table) (obstacle INTEGER)", in: file)
        let before = try temporary.value("SELECT count(*) FROM sqlite_schema", in: file)
        #expect(throws: StoreError.self) { try temporary.open() }
        #expect(try temporary.value("PRAGMA user_version", in: file) == 1)
        let after = try temporary.value("SELECT count(*) FROM sqlite_schema", in: file)
        #expect(after == before)
        try temporary.execute("DROP TABLE \(table)", in: file)
        try temporary.with { folder in
            let contact = try folder.store.contact(Self.contact)
            #expect(contact?.version == 3)
        }
        #expect(try temporary.value("PRAGMA user_version", in: file) == 4)
    }

    @Test func `one file may be brought up before the other`() throws {
        // As a crash between the two leaves them.
        let temporary = try TemporaryFolder.firstVersion()
        let old = try temporary.bytes(of: "parley.db")
        try temporary.with { _ in }
        try temporary.write(old, to: "parley.db")
        try temporary.with { folder in
            let contact = try folder.store.contact(Self.contact)
            let jobs = try folder.store.erasureJobs()
            #expect(contact?.version == 3)
            #expect(jobs == [])
        }
    }

    @Test func `a damaged store of version 1 is not brought up`() throws {
        let temporary = try TemporaryFolder.firstVersion()
        var bytes = try temporary.bytes(of: "parley.db")
        bytes.replaceSubrange(4096..<4196, with: Data(repeating: 0xFF, count: 100))
        try temporary.write(bytes, to: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
    }
}
