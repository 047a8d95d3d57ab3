import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    private static let other = Sample.contact(2)

    /// Two contacts that have something everywhere.
    private static func fill(_ store: any ConversationStore) throws {
        _ = try store.commit([
            Sample.turn(
                contact,
                due: 5,
                inbox: [1],
                leaves: [[1]],
                outbox: [Sample.message(1, purpose: "news"), Sample.message(2)],
                evidence: [1, 2, 3].map { Sample.proof($0, "news", state: 1) }
            ),
            Sample.turn(
                other,
                due: 6,
                inbox: [2],
                leaves: [[2]],
                outbox: [Sample.message(3)],
                evidence: [Sample.proof(1, "news", state: 1)]
            ),
        ])
    }

    private static func expectOtherUntouched(_ store: any ConversationStore) throws {
        #expect(try store.contact(other) == StoredContact(version: 1, sealedState: [1]))
        #expect(try store.queued(for: other).map(\.id) == [3])
        #expect(try store.evidence(for: other).count == 1)
        #expect(
            try store.rowCounts(of: other) == ShredCounts(contacts: 1, outbox: 1, evidence: 1)
        )
    }

    static let shredding: [StoreCheck] = [
        StoreCheck("shredding deletes a contact's rows and counts them") { store throws in
            try fill(store)
            let counts = ShredCounts(contacts: 1, outbox: 2, evidence: 3)
            #expect(try store.rowCounts(of: contact) == counts)
            #expect(try store.shred(contact) == counts)
            #expect(try store.contact(contact) == nil)
            #expect(try store.queued(for: contact) == [])
            #expect(try store.evidence(for: contact) == [])
            #expect(try store.due(at: Sample.time(9), limit: 9) == [other])
            #expect(try store.contacts(after: nil, limit: 9) == [other])
            try expectOtherUntouched(store)
        },
        StoreCheck("shredding again, or somebody unknown, deletes nothing") { store throws in
            try fill(store)
            _ = try store.shred(contact)
            #expect(try store.shred(contact) == ShredCounts())
            #expect(try store.shred(Sample.contact(9)) == ShredCounts())
            #expect(try store.rowCounts(of: contact) == ShredCounts())
            try expectOtherUntouched(store)
        },
        StoreCheck("shredding keeps the log and the inbox keys") { store throws in
            try fill(store)
            let frontier = try store.frontier()
            _ = try store.shred(contact)
            #expect(try store.isTaken(inboxKey: [1]))
            #expect(try store.frontier() == frontier)
            #expect(try store.leaves(from: 0, limit: 9).map(\.body) == [[1], [2]])
            // A late retry is a duplicate, and does not bring the contact back.
            #expect(try store.commit([Sample.turn(contact, inbox: [1])]) == [.duplicate])
            #expect(try store.contact(contact) == nil)
        },
        StoreCheck("shredding spares a contact of the same row number") { store throws in
            try fill(store)
            let twin = Sample.contact(row: 2, rest: 9)
            #expect(try store.rowCounts(of: twin) == ShredCounts())
            #expect(try store.shred(twin) == ShredCounts())
            try expectOtherUntouched(store)
        },
        StoreCheck("an id in the outbox is not given twice after shredding") { store throws in
            try fill(store)
            _ = try store.shred(contact)
            _ = try store.shred(other)
            _ = try store.commit([Sample.turn(other, outbox: [Sample.message(4)])])
            #expect(try store.queued(for: other).map(\.id) == [4])
        },
    ]
}
