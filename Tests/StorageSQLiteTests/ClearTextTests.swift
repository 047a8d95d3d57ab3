import Storage
import StorageSQLite
import StoreConformance
import Testing

/// What a file contains of what is written, and of what was taken away.
///
/// The store never sees a plaintext, so this looks for bytes standing for one: those that no column
/// is meant to keep must not be in any file.
@Suite struct ClearTextTests {
    private static let canary = [UInt8]("canary-6f1d0c7ba2e94c58".utf8)

    private static func isAnywhere(_ temporary: TemporaryFolder) throws -> Bool {
        try temporary.count(of: canary) > 0
    }

    @Test func `bytes that are kept are found by the scan`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            _ = try folder.store.commit([Sample.turn(Sample.contact(1), state: Self.canary)])
            #expect(try Self.isAnywhere(temporary))
        }
        #expect(try Self.isAnywhere(temporary))
    }

    @Test func `nothing of a refused turn reaches a file`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            _ = try folder.store.commit([Sample.turn(Sample.contact(1), inbox: [1])])
            let duplicate = Sample.turn(
                Sample.contact(1),
                on: 1,
                state: Self.canary,
                inbox: [1],
                leaves: [Self.canary]
            )
            let conflict = Sample.turn(
                Sample.contact(1),
                on: 9,
                state: Self.canary,
                leaves: [Self.canary]
            )
            #expect(try folder.store.commit([duplicate, conflict]) == [.duplicate, .conflict])
            #expect(try !Self.isAnywhere(temporary))
        }
        #expect(try !Self.isAnywhere(temporary))
    }

    @Test func `a settled message and a replaced state leave no bytes after closing`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            let message = OutboxRow(effectID: [1], purpose: nil, sealed: Self.canary)
            _ = try folder.store.commit([
                Sample.turn(Sample.contact(1), state: Self.canary, outbox: [message])
            ])
            _ = try folder.store.commit([
                Sample.turn(Sample.contact(1), on: 1, state: [0], settled: [1])
            ])
        }
        #expect(try !Self.isAnywhere(temporary))
    }
}
