import Foundation
import GRDB
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// What a store does with the folder and the files it finds.
@Suite struct OpeningTests {
    private static let files = ["parley.db", "keys.db"]

    @Test func `what was committed is there after closing and opening again`() throws {
        let temporary = try TemporaryFolder()
        let contact = Sample.contact(1)
        let turn = Sample.turn(
            contact,
            state: [5],
            due: 4,
            inbox: [6],
            leaves: [[1], [2]],
            outbox: [Sample.message(3)],
            evidence: [Sample.proof(1, "news", state: 2)]
        )
        let new = NewContact(
            id: contact,
            identifier: [1],
            wrappedSecrets: [2],
            createdAt: Sample.time(3)
        )
        try temporary.with { folder in
            _ = try folder.store.commit([turn])
            try folder.store.archive(program: [1], sources: [2])
            _ = try folder.vault.add([new])
        }
        try temporary.with { folder in
            let store = folder.store
            #expect(try store.contact(contact)?.sealedState == [5])
            #expect(try store.isTaken(inboxKey: [6]))
            #expect(try store.due(at: Sample.time(4), limit: 2) == [contact])
            #expect(try store.queued(for: contact).map(\.id) == [1])
            #expect(try store.evidence(for: contact).count == 1)
            #expect(try store.archivedProgram([1]) == [2])
            #expect(try folder.vault.contact(for: [1]) == contact)
            let next = Sample.turn(
                contact,
                on: 1,
                leaves: [[3]],
                outbox: [Sample.message(4)],
                settled: [1]
            )
            #expect(try store.commit([next]) == [.committed(firstLeaf: 2)])
            #expect(try store.queued(for: contact).map(\.id) == [2])
            StoreCheck.expectConsistent(
                try store.leaves(from: 0, limit: 9),
                try store.heads(from: 0, limit: 9),
                try store.frontier()
            )
        }
    }

    @Test func `what was committed is there after a process that never closed`() throws {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open()
        _ = try folder.store.commit([Sample.turn(Sample.contact(1), leaves: [[1]])])
        let copy = try temporary.asCrashed()
        try folder.close()
        try copy.with { folder in
            let contact = try folder.store.contact(Sample.contact(1))
            #expect(contact?.version == 1)
        }
    }

    @Test func `a closed store says so, and closing twice is harmless`() throws {
        let folder = try TemporaryFolder().open()
        try folder.close()
        try folder.close()
        #expect(throws: StoreError.closed) { try folder.store.contact(Sample.contact(1)) }
        #expect(throws: StoreError.closed) { try folder.store.commit([]) }
        #expect(throws: StoreError.closed) { try folder.vault.contactCount() }
    }

    @Test func `closing leaves no write-ahead log behind`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ = try $0.store.commit([Sample.turn(Sample.contact(1))]) }
        let names = try FileManager.default.contentsOfDirectory(atPath: temporary.storePath)
        #expect(names.sorted() == ["keys.db", "parley.db", "store.lock"])
    }

    @Test func `only the owner may read the folder and its files`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            _ = try folder.store.commit([Sample.turn(Sample.contact(1))])
            #expect(try Self.mode(temporary.storePath) == 0o700)
            let names = try FileManager.default.contentsOfDirectory(atPath: temporary.storePath)
            #expect(names.count >= 7, "two databases, each with two companions, and the lock")
            for name in names {
                #expect(try Self.mode("\(temporary.storePath)/\(name)") == 0o600, "\(name)")
            }
        }
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a second open is refused until the first is closed`() throws {
        let temporary = try TemporaryFolder()
        let first = try temporary.open()
        #expect(throws: StoreError.inUse(folder: temporary.storePath)) { try temporary.open() }
        try first.close()
        try temporary.with { _ in }
    }

    @Test func `a lock of another process is respected`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        let holder = Process()
        let output = Pipe()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        holder.arguments = [
            "flock", "\(temporary.storePath)/store.lock", "sh", "-c", "echo held; exec cat",
        ]
        holder.standardOutput = output
        let input = Pipe()
        holder.standardInput = input
        try holder.run()
        #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
        #expect(throws: StoreError.inUse(folder: temporary.storePath)) { try temporary.open() }
        try input.fileHandleForWriting.close()
        holder.waitUntilExit()
        try temporary.with { _ in }
    }

    @Test(arguments: files)
    func `a file that is no database is named`(_ file: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.write(Data(repeating: 0x41, count: 9000), to: file)
        #expect(throws: StoreError.corrupt(file: file)) { try temporary.open() }
    }

    @Test(arguments: files, [50, 4096, 9000])
    func `a truncated database is named`(_ file: String, length: Int) throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.write(temporary.bytes(of: file).prefix(length), to: file)
        #expect(throws: StoreError.corrupt(file: file)) { try temporary.open() }
    }

    @Test func `a damaged page is named at start-up`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            _ = try folder.store.commit((0..<200).map { Sample.turn(Sample.contact($0)) })
        }
        var bytes = try temporary.bytes(of: "parley.db")
        let page = 4096
        // The header of the page that holds the contacts: its cells now lie outside of it.
        bytes.replaceSubrange(page..<page + 100, with: Data(repeating: 0xFF, count: 100))
        try temporary.write(bytes, to: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
    }

    @Test(arguments: files)
    func `a newer schema is left alone`(_ file: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.execute("PRAGMA user_version = 5", in: file)
        let before = try temporary.bytes(of: file)
        #expect(throws: StoreError.unknownSchema(file: file, version: 5)) {
            try temporary.open()
        }
        #expect(try temporary.bytes(of: file) == before)
    }

    @Test func `another program's database is left alone`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try FileManager.default.removeItem(atPath: "\(temporary.storePath)/parley.db")
        try temporary.execute("CREATE TABLE theirs (id INTEGER)", in: "parley.db")
        let before = try temporary.bytes(of: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
        #expect(try temporary.bytes(of: "parley.db") == before)
    }

    @Test func `the two databases cannot take each other's place`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.write(temporary.bytes(of: "keys.db"), to: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
    }

    @Test func `a log cut short behind the store's back is refused`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with {
            _ = try $0.store.commit([Sample.turn(Sample.contact(1), leaves: [[1], [2]])])
        }
        try temporary.execute("DELETE FROM leaf WHERE idx = 1", in: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
    }

    @Test func `a folder that cannot be made is named`() throws {
        let temporary = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: "\(temporary.path)/file"))
        let path = "\(temporary.path)/file/store"
        #expect(throws: StoreError.noFolder(path)) { try StoreFolder(path: path) }
    }
}
