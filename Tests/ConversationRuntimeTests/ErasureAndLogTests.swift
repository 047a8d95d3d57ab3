import Audit
import Clocks
import ConversationRuntime
import Conversations
import Encryption
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// Erasure reconciled with a log that cannot forget.
///
/// Whoever is erased, every proof still holds, and nothing in the log says who they were.
struct ErasureAndLogTests {
    private static let phones = (0..<8).map { "+49151000020\($0)" }

    /// Each bit of the subset is a contact; some subsets stand for all 256.
    @Test(arguments: [0, 1, 0b1000_0000, 0b0101_0101, 0b1110_1101, 0b0010_0110, 0b1111_1111])
    func `after erasing any subset every proof holds and no leaf yields who they were`(
        subset: Int
    ) async throws {
        try await withStoreFolder { path in
            let folder = try StoreFolder(path: path)
            let world = try World(
                store: folder.store,
                vault: folder.vault,
                audit: LogKeeperTests.named
            )
            try await talk(world)
            let signed = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            let reading = LogReading(store: folder.store)
            let size = signed.checkpoint.size
            let proofs = try (0..<size).map { try reading.proof(ofLeaf: $0) }
            let erased = Self.phones.enumerated().filter { subset >> $0.offset & 1 == 1 }
                .map(\.element)
            let subjects = try erased.map { phone in
                try #require(try world.engine.directory.find(World.address(phone))).id
            }
            for phone in erased {
                let receipt = try await world.engine.erase(
                    World.address(phone),
                    because: .request,
                    by: .operator
                )
                #expect(receipt != nil)
            }
            let last = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            try expectProofs(proofs, under: signed, and: last, reading)
            try expectNobody(erased, subjects, folder)
            let report = try AuditReading(store: folder.store).verify(
                LogVerification(store: folder.store, vault: folder.vault)
                    .input(pinnedKey: world.engine.log.verifiers().first),
                comparesStore: true
            )
            #expect(report.findings == [])
            #expect(report.store?.contacts == UInt64(Self.phones.count - erased.count))
            try folder.close()
        }
    }

    private func talk(_ world: World) async throws {
        for (number, phone) in Self.phones.enumerated() {
            for (turn, text) in ["hello", "Agree", "word-of-\(phone)"].enumerated() {
                let message = try world.message(text, id: "\(number)-\(turn)", from: phone)
                _ = try await world.engine.take(message)
            }
            world.clock.advance(to: world.clock.now().adding(.minutes(1)))
        }
    }

    /// Receipts from before hold as they are, and their log is the beginning of today's.
    private func expectProofs(
        _ proofs: [TLogProof],
        under signed: SignedCheckpoint,
        and last: SignedCheckpoint,
        _ reading: LogReading
    ) throws {
        for proof in proofs {
            let leaf = try #require(proof.extra)
            #expect(proof.holds(for: MerkleTree.leafHash(leaf)))
            let today = try reading.proof(ofLeaf: proof.index)
            #expect(today.extra == leaf)
        }
        let consistency = try reading.consistency(
            from: signed.checkpoint.size,
            to: last.checkpoint.size
        )
        #expect(
            consistency.verify(oldRoot: signed.checkpoint.root, newRoot: last.checkpoint.root)
        )
    }

    /// Neither the words of a leaf nor the keys that are left lead to an erased person.
    private func expectNobody(
        _ phones: [String],
        _ subjects: [ContactID],
        _ folder: StoreFolder
    ) throws {
        var leaves: [[UInt8]] = []
        try AuditReading(store: folder.store).forEach { leaves.append($0.body) }
        for (phone, subject) in zip(phones, subjects) {
            let digits = phone.dropFirst()
            let forms = [
                String(digits), Data(digits.utf8).base64EncodedString(),
                digits.utf8.map { String($0, radix: 16) }.joined(),
            ]
            for leaf in leaves {
                let text = String(decoding: leaf, as: UTF8.self)
                for form in forms { #expect(!text.contains(form)) }
            }
            // The pseudonym stands in the log for ever, and leads nowhere.
            #expect(try folder.vault.wrappedSecrets(of: subject) == nil)
            #expect(try folder.vault.identifiers(of: subject) == [])
            #expect(try folder.store.contact(subject) == nil)
        }
        try expectCommitmentsHide(phones, subjects, leaves, folder)
    }

    /// What an erased person said cannot be tried out against the log's commitments: the salt went
    /// with their key, and no other key there is gives it.
    private func expectCommitmentsHide(
        _ phones: [String],
        _ subjects: [ContactID],
        _ leaves: [[UInt8]],
        _ folder: StoreFolder
    ) throws {
        let others = try folder.vault.contactIDs(after: nil, limit: 99)
        #expect(others.count == Self.phones.count - phones.count)
        let pseudonyms = Set(subjects.map(\.bytes))
        let decoded = try leaves.map { try AuditLeaf.decode($0) }
        let theirs = decoded.filter { leaf in
            leaf.event.subject.map(pseudonyms.contains) == true && leaf.payload != nil
        }
        #expect(phones.isEmpty || !theirs.isEmpty)
        for leaf in theirs {
            for phone in phones {
                // Guesses with no salt, and with salts that anybody could make up.
                let guess = [UInt8]("word-of-\(phone)".utf8)
                for salt in [[UInt8](repeating: 0, count: 32), leaf.payload ?? []] {
                    #expect(Commitment.payload(salt: salt, plaintext: guess) != leaf.payload)
                }
            }
        }
    }
}
