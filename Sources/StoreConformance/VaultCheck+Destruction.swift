import Storage
import Testing

extension VaultCheck {
    private static let one = Sample.contact(1)
    private static let other = Sample.contact(2)
    private static let third = Sample.contact(3)

    private static func fill(_ vault: any KeyVault) throws {
        _ = try vault.add([
            Sample.newContact(one, identifier: [1]),
            Sample.newContact(other, identifier: [2]),
            Sample.newContact(third, identifier: [3]),
        ])
        try vault.link([11], to: one)
    }

    private static func expectThirdUntouched(_ vault: any KeyVault) throws {
        #expect(try vault.contact(for: [3]) == third)
        #expect(try vault.wrappedSecrets(of: third) == [3, 3])
        #expect(try vault.identifiers(of: third) == [[3]])
    }

    static let destruction: [VaultCheck] = [
        VaultCheck("destroying takes keys and identifiers of its contacts only") { vault throws in
            try fill(vault)
            try vault.destroy([one, other], suppressing: [])
            for contact in [one, other] {
                #expect(try vault.wrappedSecrets(of: contact) == nil)
                #expect(try vault.identifiers(of: contact) == [])
            }
            for identifier: [UInt8] in [[1], [11], [2]] {
                #expect(try vault.contact(for: identifier) == nil)
            }
            #expect(try vault.contactCount() == 1)
            #expect(try vault.contactIDs(after: nil, limit: 9) == [third])
            #expect(try vault.suppressionCount() == 0)
            try expectThirdUntouched(vault)
        },
        VaultCheck("destroying writes and removes suppressions with it") { vault throws in
            try fill(vault)
            try vault.suppress([11], record: [7])
            try vault.suppress([5], record: [5])
            try vault.destroy(
                [one],
                suppressing: [
                    Suppression(identifier: [1], record: [8]),
                    Suppression(identifier: [11], record: nil),
                ]
            )
            #expect(try vault.suppression(for: [1]) == [8])
            #expect(try vault.suppression(for: [11]) == nil)
            #expect(try vault.suppression(for: [5]) == [5])
        },
        VaultCheck("destroying again changes nothing") { vault throws in
            try fill(vault)
            let suppression = Suppression(identifier: [1], record: [8])
            try vault.destroy([one], suppressing: [suppression])
            try vault.destroy([one], suppressing: [])
            try vault.destroy([one], suppressing: [suppression])
            try vault.destroy([Sample.contact(9)], suppressing: [])
            try vault.destroy([], suppressing: [])
            #expect(try vault.suppression(for: [1]) == [8])
            #expect(try vault.suppressionCount() == 1)
            #expect(try vault.contactCount() == 2)
            try expectThirdUntouched(vault)
        },
        VaultCheck("an identifier that was led elsewhere stays there") { vault throws in
            try fill(vault)
            try vault.link([11], to: third)
            try vault.destroy([one], suppressing: [])
            #expect(try vault.contact(for: [11]) == third)
        },
        VaultCheck("after destruction an identifier may have a new contact") { vault throws in
            try fill(vault)
            let suppression = Suppression(identifier: [1], record: [8])
            try vault.destroy([one], suppressing: [suppression])
            let fresh = Sample.newContact(Sample.contact(4), identifier: [1])
            #expect(try vault.add([fresh]) == [fresh.id])
            #expect(try vault.contact(for: [1]) == fresh.id)
            // What the address said is still known.
            #expect(try vault.suppression(for: [1]) == [8])
            #expect(throws: StoreError.unknownContact) { try vault.link([1], to: one) }
        },
    ]
}
