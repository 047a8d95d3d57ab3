import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    private static let other = Sample.contact(2)

    /// Queues four messages for the contact, ids 1 to 4, and one for another, id 5.
    private static func fill(_ store: any ConversationStore) throws {
        let messages = [
            Sample.message(1, purpose: "news"), Sample.message(2),
            Sample.message(3, purpose: "offers"), Sample.message(4, purpose: "news"),
        ]
        _ = try store.commit([
            Sample.turn(contact, outbox: messages),
            Sample.turn(other, outbox: [Sample.message(5, purpose: "news")]),
        ])
    }

    private static func remaining(_ store: any ConversationStore) throws -> [Int64] {
        try (store.queued(for: contact) + store.queued(for: other)).map(\.id)
    }

    static let outbox: [StoreCheck] = [
        StoreCheck("queued messages come back whole and in order") { store throws in
            try fill(store)
            let queued = try store.queued(for: contact)
            #expect(queued.map(\.id) == [1, 2, 3, 4])
            #expect(queued.map(\.purpose) == ["news", nil, "offers", "news"])
            #expect(queued.map(\.sealed) == [[1, 0, 1], [2, 0, 2], [3, 0, 3], [4, 0, 4]])
            #expect(queued.first?.effectID == [UInt8](repeating: 1, count: 16))
            #expect(try store.queued(for: other).map(\.id) == [5])
        },
        StoreCheck("a withdrawal cancels its purposes and no others") { store throws in
            try fill(store)
            let cancellation = TurnCommit.Cancellation.purposes(["news", "unknown"])
            _ = try store.commit([Sample.turn(contact, on: 1, cancellation: cancellation)])
            #expect(try remaining(store) == [2, 3, 5])
        },
        StoreCheck("a withdrawal of no purpose cancels nothing") { store throws in
            try fill(store)
            _ = try store.commit([Sample.turn(contact, on: 1, cancellation: .purposes([]))])
            #expect(try remaining(store) == [1, 2, 3, 4, 5])
        },
        StoreCheck("cancelling all spares others and the turn's own answer") { store throws in
            try fill(store)
            let turn = Sample.turn(
                contact,
                on: 1,
                outbox: [Sample.message(6, purpose: "news")],
                cancellation: .all
            )
            _ = try store.commit([turn])
            #expect(try remaining(store) == [6, 5])
        },
        StoreCheck("a settled message is gone; settling it again does nothing") { store throws in
            try fill(store)
            _ = try store.commit([Sample.turn(contact, on: 1, settled: [2, 3])])
            #expect(try remaining(store) == [1, 4, 5])
            _ = try store.commit([Sample.turn(contact, on: 2, settled: [2, 77])])
            #expect(try remaining(store) == [1, 4, 5])
        },
        StoreCheck("an id is not given twice, even when the outbox is empty") { store throws in
            try fill(store)
            _ = try store.commit([
                Sample.turn(contact, on: 1, settled: [5]),
                Sample.turn(contact, on: 2, cancellation: .all),
            ])
            #expect(try remaining(store) == [])
            _ = try store.commit([Sample.turn(contact, on: 3, outbox: [Sample.message(6)])])
            #expect(try remaining(store) == [6])
        },
    ]
}
