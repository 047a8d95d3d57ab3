import Storage
import StorageSQLite
import StoreConformance
import Testing

/// An answer given is never lost: the pragma that says so, and its positive controls.
@Suite struct DurabilityTests {
    @Test func `a store opens with its own settings`() throws {
        try TemporaryFolder().with { _ in }
    }

    @Test(arguments: ["OFF", "NORMAL", "EXTRA"])
    func `a store that does not keep FULL is refused`(_ level: String) throws {
        let temporary = try TemporaryFolder()
        let options = SQLiteOptions(furtherPragmas: ["PRAGMA synchronous = \(level)"])
        #expect(throws: StoreError.notDurable) { try temporary.open(options) }
        // Refused, not broken: the lock is free again and nothing is damaged.
        try temporary.with { _ in }
    }
}
