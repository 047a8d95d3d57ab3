import Clocks
package import Storage
import Testing

/// One promise of `KeyVault`, checked on an empty vault.
package struct VaultCheck: Sendable, CustomStringConvertible {
    package let description: String
    private let body: @Sendable (any KeyVault) throws -> Void

    init(
        _ description: String,
        _ body: @escaping @Sendable (any KeyVault) throws -> Void
    ) {
        self.description = description
        self.body = body
    }

    /// Records an issue for each expectation the vault does not meet.
    package func run(on vault: some KeyVault) throws {
        try body(vault)
    }

    package static let all: [VaultCheck] =
        keys + links + suppressions + destruction + signing + logKeys

    private static let keys: [VaultCheck] = [
        VaultCheck("an empty vault has nothing") { vault throws in
            #expect(try vault.settings() == nil)
            #expect(try vault.contactCount() == 0)
            #expect(try vault.contact(for: [1, 2, 3]) == nil)
            #expect(try vault.wrappedSecrets(of: Sample.contact(1)) == nil)
            #expect(try vault.add([]) == [])
            #expect(try vault.contactIDs(after: nil, limit: 9) == [])
            #expect(try vault.identifiers(of: Sample.contact(1)) == [])
            #expect(try vault.suppression(for: [1]) == nil)
            #expect(try vault.suppressionCount() == 0)
            #expect(try vault.signingKeys() == [])
        },
        VaultCheck("the first settings stay") { vault throws in
            let first = settings(epoch: .max, at: 7)
            try vault.initialize(first)
            try vault.initialize(settings(epoch: 2, at: 8))
            #expect(try vault.settings() == first)
        },
        VaultCheck("an added contact is found by its identifier, with its keys") { vault throws in
            let new = Sample.newContact(Sample.contact(1), identifier: [9])
            #expect(try vault.add([new]) == [new.id])
            #expect(try vault.contact(for: [9]) == new.id)
            #expect(try vault.wrappedSecrets(of: new.id) == new.wrappedSecrets)
            #expect(try vault.contact(for: [9, 0]) == nil)
            #expect(try vault.contactCount() == 1)
        },
        VaultCheck("a taken identifier keeps its contact and its keys") { vault throws in
            let first = Sample.newContact(Sample.contact(1), identifier: [9])
            let second = Sample.newContact(Sample.contact(2), identifier: [9])
            _ = try vault.add([first])
            #expect(try vault.add([second]) == [first.id])
            #expect(try vault.contact(for: [9]) == first.id)
            #expect(try vault.wrappedSecrets(of: second.id) == nil)
            #expect(try vault.contactCount() == 1)
        },
        VaultCheck("an identifier twice in one call is one contact") { vault throws in
            let contacts = [
                Sample.newContact(Sample.contact(1), identifier: [1]),
                Sample.newContact(Sample.contact(2), identifier: [2]),
                Sample.newContact(Sample.contact(3), identifier: [1]),
            ]
            let names = try vault.add(contacts)
            #expect(names == [contacts[0].id, contacts[1].id, contacts[0].id])
            #expect(try vault.contactCount() == 2)
        },
    ]

    private static func settings(epoch: UInt32, at milliseconds: Int64) -> VaultSettings {
        VaultSettings(
            keyEpoch: epoch,
            keyCheck: [UInt8(truncatingIfNeeded: epoch), 1],
            wrappedIndexKey: [],
            createdAt: Timestamp(milliseconds: milliseconds)
        )
    }
}
