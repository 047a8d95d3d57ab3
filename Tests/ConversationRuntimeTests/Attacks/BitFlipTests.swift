import Audit
import Clocks
import ConversationRuntime
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// Single bits of the database are flipped, anywhere.
///
/// Each flip is found when the store is opened or its log is verified, or nothing that the log
/// speaks of has changed: free space, or what is derived, keyed or authenticated elsewhere.
struct BitFlipTests {
    /// `PARLEY_BIT_FLIPS` asks for more than a test run has time for.
    private static var count: Int {
        ProcessInfo.processInfo.environment["PARLEY_BIT_FLIPS"].flatMap { Int($0) } ?? 400
    }

    /// What the log binds: every column whose change verification must find.
    ///
    /// As bytes: a flip that turns a blob into a text of the same bytes has changed nothing.
    private static let bound = [
        "SELECT idx, CAST(body AS BLOB), CAST(hash AS BLOB) FROM leaf ORDER BY idx",
        "SELECT size, CAST(root AS BLOB) FROM tree_head ORDER BY size",
        "SELECT CAST(frontier AS BLOB) FROM tip",
        "SELECT size, CAST(note AS BLOB) FROM checkpoint ORDER BY size",
        "SELECT CAST(id AS BLOB), CAST(sealed AS BLOB) FROM contact ORDER BY id",
        "SELECT contact, purpose, state FROM evidence ORDER BY id",
        "SELECT count(*) FROM inbox",
        "SELECT first_leaf FROM log_start",
    ]

    @Test func `every flipped bit is found, or lies outside of what the log binds`() async throws {
        try await withStoreFolder { path in
            let log = try await AttackedLog.make(in: path)
            let file = "\(log.folder)/parley.db"
            let honest = try Data(contentsOf: URL(fileURLWithPath: file))
            let before = try Self.bound.map { try log.parley.rows($0).map(\.description) }
            var random = Seeded(state: 20_261_121)
            var outcomes = (found: 0, outside: 0)
            for _ in 0..<Self.count {
                let place = Int.random(in: 0..<honest.count, using: &random)
                let bit = UInt8.random(in: 0..<8, using: &random)
                var flipped = honest
                flipped[place] ^= 1 << bit
                try Self.restore(flipped, in: log.folder)
                if try Self.isFound(log) {
                    outcomes.found += 1
                    continue
                }
                let after = try? Self.bound.map { try log.parley.rows($0).map(\.description) }
                #expect(after == before, "byte \(place), bit \(bit) was missed")
                outcomes.outside += 1
            }
            try Self.restore(honest, in: log.folder)
            #expect(try !Self.isFound(log))
            let line =
                "\(Self.count) bits of \(honest.count) bytes flipped: \(outcomes.found) found, "
                + "\(outcomes.outside) outside of what the log binds\n"
            FileHandle.standardOutput.write(Data(line.utf8))
            #expect(outcomes.found > Self.count / 8)
        }
    }

    private static func restore(_ bytes: Data, in folder: String) throws {
        for name in ["parley.db-wal", "parley.db-shm"] {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        try bytes.write(to: URL(fileURLWithPath: "\(folder)/parley.db"))
    }

    /// Whether opening the store or verifying its log says that something is wrong.
    private static func isFound(_ log: AttackedLog) throws -> Bool {
        let folder: StoreFolder
        do {
            folder = try StoreFolder(path: log.folder)
        } catch {
            return true
        }
        defer { try? folder.close() }
        do {
            let input = try LogVerification(store: folder.store, vault: folder.vault)
                .input(pinnedKey: log.pinned)
            let report = try AuditReading(store: folder.store).verify(input, comparesStore: true)
            return !report.isIntact
        } catch {
            return true
        }
    }
}

/// The same draws in every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
