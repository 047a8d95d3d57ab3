import Foundation
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Goal: after an erasure no file of the store holds a byte of the contact's rows.
///
/// Method: 32 bytes that stand nowhere else, in everything a contact has; then all files are read.
@Suite struct ErasedBytesTests {
    /// 32 bytes unlike anybody else's, and unlike those in another place.
    private static func canary(_ contact: UInt8, _ place: UInt8) -> [UInt8] {
        var state = UInt64(contact) << 8 | UInt64(place)
        return (0..<32).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    private static func canaries(_ contact: UInt8) -> [[UInt8]] {
        (0...6).map { canary(contact, $0) }
    }

    private static func fill(_ folder: StoreFolder, _ numbers: ClosedRange<UInt8>) throws {
        for number in numbers {
            let contact = Sample.contact(number)
            _ = try folder.vault.add([
                Sample.newContact(
                    contact,
                    identifier: canary(number, 0),
                    wrapped: [1, 1, 0, 0] + canary(number, 1)
                )
            ])
            try folder.vault.link(canary(number, 2), to: contact)
            _ = try folder.store.commit([Sample.turn(contact, state: canary(number, 3))])
            _ = try folder.store.commit([
                Sample.turn(
                    contact,
                    on: 1,
                    state: canary(number, 4),
                    outbox: [message(canary(number, 5))],
                    evidence: [proof(canary(number, 6))]
                )
            ])
        }
    }

    private static func message(_ sealed: [UInt8]) -> OutboxRow {
        OutboxRow(effectID: [1], purpose: nil, sealed: sealed)
    }

    private static func proof(_ sealed: [UInt8]) -> EvidenceRow {
        EvidenceRow(sequence: 1, purpose: "news", state: 1, at: Sample.time(1), sealed: sealed)
    }

    private static func erase(
        _ number: UInt8,
        in folder: StoreFolder,
        suppressing suppressions: [Suppression] = []
    ) throws {
        let contact = Sample.contact(number)
        let request = Sample.turn(contact, on: 2, erasure: Sample.job(contact))
        #expect(try folder.store.commit([request]) == [.committed(firstLeaf: 0)])
        #expect(try folder.store.shred(contact).contacts == 1)
        try folder.vault.destroy([contact], suppressing: suppressions)
        let first = try folder.store.finishErasure(of: contact, leaves: [], at: Sample.time(2))
        #expect(first == 0)
    }

    @Test func `an erased contact leaves no byte in any file, and the others keep theirs`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            try Self.fill(folder, 1...20)
            for canary in Self.canaries(7) { #expect(try temporary.count(of: canary) > 0) }
            try Self.erase(7, in: folder)
            for canary in Self.canaries(7) {
                for half in [canary.prefix(16), canary.suffix(16)] {
                    #expect(try temporary.count(of: Array(half)) == 0)
                }
            }
        }
        for number in UInt8(1)...20 {
            // The first state was replaced by the second.
            for canary in Self.canaries(number) where canary != Self.canary(number, 3) {
                #expect(try (temporary.count(of: canary) > 0) == (number != 7), "\(number)")
            }
        }
    }

    @Test func `a suppressed address stays as a hash that leads to nobody`() throws {
        let temporary = try TemporaryFolder()
        let (blind, contact) = (Self.canary(7, 0), Sample.contact(7))
        let pairs = [blind + contact.bytes, contact.bytes + blind]
        try temporary.with { folder in
            try Self.fill(folder, 1...20)
            for pair in pairs { #expect(try temporary.count(of: pair) > 0) }
            let suppression = Suppression(identifier: blind, record: [1])
            try Self.erase(7, in: folder, suppressing: [suppression])
            for pair in pairs { #expect(try temporary.count(of: pair) == 0) }
            #expect(try temporary.count(of: Self.canary(7, 1)) == 0)
            #expect(try temporary.count(of: Self.canary(7, 2)) == 0)
        }
        #expect(try temporary.count(of: blind) == 1)
    }

    private static let deletion = """
        PRAGMA secure_delete = ON;
        DELETE FROM contact_key WHERE contact = x'07070707070707070707070707070707';
        """

    /// SQLite overwrites a row that is deleted, but not the copies that it leaves in the free space
    /// of a page when rows of different lengths move.
    @Test func `a copy of a key in the free space of a page goes with the key`() throws {
        let temporary = try TemporaryFolder()
        let key = Self.canary(7, 1)
        try temporary.with { try Self.fill($0, 1...20) }
        try temporary.writeIntoFreeSpace(beside: key)
        #expect(try temporary.count(of: key) == 2)

        let deleted = try temporary.asCrashed()
        try deleted.execute(Self.deletion, in: "keys.db")
        #expect(try deleted.count(of: key) == 1, "deleting alone is not enough")

        try temporary.with { folder in
            try folder.vault.destroy([Sample.contact(7)], suppressing: [])
            #expect(try temporary.count(of: key) == 0)
            #expect(try folder.vault.contactCount() == 19)
        }
        #expect(try temporary.count(of: key) == 0)
        #expect(try temporary.count(of: Self.canary(8, 1)) == 1)
    }

    @Test func `a copy of where a suppressed address led to goes with the contact`() throws {
        let temporary = try TemporaryFolder()
        let (blind, contact) = (Self.canary(7, 0), Sample.contact(7))
        try temporary.with { try Self.fill($0, 1...20) }
        try temporary.writeIntoFreeSpace(beside: blind + contact.bytes)
        try temporary.with { folder in
            let suppression = Suppression(identifier: blind, record: [1])
            try folder.vault.destroy([contact], suppressing: [suppression])
            #expect(try temporary.count(of: blind + contact.bytes) == 0)
            #expect(try temporary.count(of: blind) == 1)
        }
    }

    /// What `VACUUM` changes in the header.
    private static let rewrites = "PRAGMA schema_version"

    @Test(arguments: [false, true])
    func `the file is written anew only where a copy was left`(isCopied: Bool) throws {
        let temporary = try TemporaryFolder()
        try temporary.with { try Self.fill($0, 1...20) }
        if isCopied { try temporary.writeIntoFreeSpace(beside: Self.canary(7, 1)) }
        let before = try temporary.value(Self.rewrites, in: "keys.db")
        try temporary.with { folder in
            // The hash that is kept is not taken for a copy.
            let suppression = Suppression(identifier: Self.canary(7, 0), record: [1])
            try folder.vault.destroy([Sample.contact(7)], suppressing: [suppression])
        }
        let after = try temporary.value(Self.rewrites, in: "keys.db")
        #expect((before != after) == isCopied)
    }

    @Test func `a destruction that was cut short is made good when it is repeated`() throws {
        let temporary = try TemporaryFolder()
        let key = Self.canary(7, 1)
        try temporary.with { try Self.fill($0, 1...20) }
        try temporary.writeIntoFreeSpace(beside: key)
        // The row is gone, and with it what its copy would be known by.
        try temporary.execute(Self.deletion, in: "keys.db")
        try temporary.with { folder in
            #expect(try temporary.count(of: key) == 1)
            try folder.vault.destroy([Sample.contact(7)], suppressing: [])
            #expect(try temporary.count(of: key) == 0)
        }
    }
}

extension TemporaryFolder {
    /// Copies bytes that stand in a page of the closed `keys.db` to where that page has no row.
    fileprivate func writeIntoFreeSpace(beside wanted: [UInt8]) throws {
        var file = try [UInt8](bytes(of: "keys.db"))
        let place = try #require(file.indices.first { file[$0...].starts(with: wanted) })
        let page = place / 4096 * 4096
        let rows = Int(file[page + 3]) << 8 | Int(file[page + 4])
        let free = page + 8 + 2 * rows
        #expect(file[free..<free + 100].allSatisfy { $0 == 0 })
        file.replaceSubrange(free + 50..<free + 50 + wanted.count, with: wanted)
        try write(Data(file), to: "keys.db")
    }
}
