import Storage
import Testing

extension VaultCheck {
    static let links: [VaultCheck] = [
        VaultCheck("an identifier may be added, and led to another contact") { vault throws in
            let (one, other) = (Sample.contact(1), Sample.contact(2))
            _ = try vault.add([
                Sample.newContact(one, identifier: [9]),
                Sample.newContact(other, identifier: [5]),
            ])
            try vault.link([7], to: one)
            try vault.link([7], to: one)
            #expect(try vault.contact(for: [7]) == one)
            #expect(try vault.identifiers(of: one) == [[7], [9]])
            try vault.link([7], to: other)
            #expect(try vault.contact(for: [7]) == other)
            #expect(try vault.identifiers(of: one) == [[9]])
            #expect(try vault.identifiers(of: other) == [[5], [7]])
            // The keys of both are still there.
            #expect(try vault.contactCount() == 2)
        },
        VaultCheck("an identifier cannot lead to a contact without keys") { vault throws in
            let one = Sample.contact(1)
            _ = try vault.add([Sample.newContact(one, identifier: [9])])
            for identifier: [UInt8] in [[9], [7]] {
                #expect(throws: StoreError.unknownContact) {
                    try vault.link(identifier, to: Sample.contact(2))
                }
            }
            #expect(try vault.contact(for: [9]) == one)
            #expect(try vault.contact(for: [7]) == nil)
        },
        VaultCheck("all contacts with keys are gone through page by page") { vault throws in
            let numbers: [UInt8] = [200, 1, 128, 3]
            _ = try vault.add(
                numbers.map { Sample.newContact(Sample.contact($0), identifier: [$0]) }
            )
            let expected = [1, 3, 128, 200].map { Sample.contact($0) }
            #expect(try vault.contactIDs(after: nil, limit: 9) == expected)
            #expect(try vault.contactIDs(after: expected[1], limit: 1) == [expected[2]])
            #expect(try vault.contactIDs(after: Sample.contact(2), limit: 9).count == 3)
            #expect(try vault.contactIDs(after: expected[3], limit: 9) == [])
            #expect(try vault.contactIDs(after: nil, limit: 0) == [])
        },
    ]

    static let suppressions: [VaultCheck] = [
        VaultCheck("a suppression is remembered, replaced and forgotten") { vault throws in
            try vault.suppress([1], record: [1, 1])
            try vault.suppress([2], record: [])
            try vault.suppress([1], record: [3])
            #expect(try vault.suppression(for: [1]) == [3])
            #expect(try vault.suppression(for: [2]) == [])
            #expect(try vault.suppression(for: [3]) == nil)
            #expect(try vault.suppressionCount() == 2)
            try vault.suppress([1], record: nil)
            try vault.suppress([1], record: nil)
            #expect(try vault.suppression(for: [1]) == nil)
            #expect(try vault.suppressionCount() == 1)
        },
        VaultCheck("a suppression needs no contact and makes none") { vault throws in
            try vault.suppress([1], record: [1])
            #expect(try vault.contact(for: [1]) == nil)
            #expect(try vault.contactCount() == 0)
        },
    ]

    static let signing: [VaultCheck] = [
        VaultCheck("signing keys come back whole, the oldest first") { vault throws in
            let keys = [(3, 20), (1, 10), (2, 10)].map { id, time in
                StoredSigningKey(
                    id: [UInt8](repeating: UInt8(id), count: 32),
                    wrapped: [UInt8(id), 0],
                    createdAt: Sample.time(Int64(time)),
                    retiredAt: id == 1 ? Sample.time(0) : nil
                )
            }
            for key in keys { try vault.add(key) }
            #expect(try vault.signingKeys() == [keys[1], keys[2], keys[0]])
        },
        VaultCheck("a signing key of the same id takes the other's place") { vault throws in
            let id = [UInt8](repeating: 4, count: 32)
            func key(_ wrapped: [UInt8], retired: Int64?) -> StoredSigningKey {
                StoredSigningKey(
                    id: id,
                    wrapped: wrapped,
                    createdAt: Sample.time(5),
                    retiredAt: retired.map(Sample.time)
                )
            }
            try vault.add(key([1], retired: nil))
            try vault.add(key([2], retired: 9))
            #expect(try vault.signingKeys() == [key([2], retired: 9)])
        },
    ]
}
