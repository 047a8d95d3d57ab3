import Clocks
package import Storage
import Testing

/// One promise of `KeyVault`, checked on an empty vault.
package struct VaultCheck: Sendable, CustomStringConvertible {
    package let description: String
    private let body: @Sendable (any KeyVault) throws -> Void

    private init(
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

    package static let all: [VaultCheck] = [
        VaultCheck("an empty vault has nothing") { vault throws in
            #expect(try vault.settings() == nil)
            #expect(try vault.contactCount() == 0)
            #expect(try vault.contact(for: [1, 2, 3]) == nil)
            #expect(try vault.wrappedSecrets(of: Sample.contact(1)) == nil)
            #expect(try vault.add([]) == [])
        },
        VaultCheck("the first settings stay") { vault throws in
            let first = settings(epoch: .max, at: 7)
            try vault.initialize(first)
            try vault.initialize(settings(epoch: 2, at: 8))
            #expect(try vault.settings() == first)
        },
        VaultCheck("an added contact is found by its identifier, with its keys") { vault throws in
            let new = newContact(1, identifier: [9])
            #expect(try vault.add([new]) == [new.id])
            #expect(try vault.contact(for: [9]) == new.id)
            #expect(try vault.wrappedSecrets(of: new.id) == new.wrappedSecrets)
            #expect(try vault.contact(for: [9, 0]) == nil)
            #expect(try vault.contactCount() == 1)
        },
        VaultCheck("a taken identifier keeps its contact and its keys") { vault throws in
            let first = newContact(1, identifier: [9])
            let second = newContact(2, identifier: [9])
            _ = try vault.add([first])
            #expect(try vault.add([second]) == [first.id])
            #expect(try vault.contact(for: [9]) == first.id)
            #expect(try vault.wrappedSecrets(of: second.id) == nil)
            #expect(try vault.contactCount() == 1)
        },
        VaultCheck("an identifier twice in one call is one contact") { vault throws in
            let contacts = [
                newContact(1, identifier: [1]), newContact(2, identifier: [2]),
                newContact(3, identifier: [1]),
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

    private static func newContact(_ number: UInt8, identifier: [UInt8]) -> NewContact {
        NewContact(
            id: Sample.contact(number),
            identifier: identifier,
            wrappedSecrets: [number, number],
            createdAt: Timestamp(milliseconds: 1)
        )
    }
}
