import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    // A negative row number, which comes before the other's.
    private static let other = Sample.contact(200)

    /// Queues messages 1 to 4 for the contact and 5 for another, and buries all but 2.
    private static func fill(_ store: any ConversationStore) throws {
        let messages = [
            Sample.message(1, purpose: "news"), Sample.message(2, purpose: "news"),
            Sample.message(3, purpose: "offers"), Sample.message(4),
        ]
        _ = try store.commit([
            Sample.turn(contact, outbox: messages, now: 10),
            Sample.turn(other, outbox: [Sample.message(5, purpose: "news")], now: 20),
        ])
        let burials: [DeliveryChange] = [1, 3, 4].map {
            .buried(id: $0, attempts: Int($0), code: "code-\($0)")
        }
        _ = try store.commit([
            Sample.turn(contact, on: 1, deliveries: burials, now: 30),
            Sample.turn(
                other,
                on: 1,
                deliveries: [.buried(id: 5, attempts: 0, code: "")],
                now: 40
            ),
        ])
    }

    private static func dead(_ store: any ConversationStore) throws -> [Int64] {
        try store.deadLetters(after: 0, limit: 9).map(\.id)
    }

    static let deadLetters: [StoreCheck] = [
        StoreCheck("dead letters of all contacts come back whole, page by page") { store throws in
            try fill(store)
            let first = DeadLetter(
                id: 1,
                contact: contact,
                effectID: [UInt8](repeating: 1, count: 16),
                purpose: "news",
                sealed: [1, 0, 1],
                attempts: 1,
                code: "code-1",
                queuedAt: Sample.time(10)
            )
            #expect(try store.deadLetters(after: 0, limit: 1) == [first])
            #expect(try store.deadLetters(after: 1, limit: 2).map(\.id) == [3, 4])
            let last = try store.deadLetters(after: 4, limit: 9)
            #expect(last.map(\.contact) == [other])
            #expect(last.map(\.code) == [""])
            #expect(try store.deadLetters(after: 5, limit: 9) == [])
            #expect(try store.deadLetters(after: .max, limit: 9) == [])
            #expect(try store.deadLetters(after: 0, limit: 0) == [])
        },
        StoreCheck("a contact's dead letters are its own") { store throws in
            try fill(store)
            #expect(try store.deadLetters(of: contact).map(\.id) == [1, 3, 4])
            let theirs = try store.deadLetters(of: other)
            #expect(try theirs == store.deadLetters(after: 4, limit: 9))
            #expect(theirs.count == 1)
            for number: UInt8 in [9, 1] {
                let nobody = Sample.contact(row: number, rest: 99)
                #expect(try store.deadLetters(of: nobody) == [])
            }
        },
        StoreCheck("one dead letter is found by its id, a message that waits is none") {
            store throws in
            try fill(store)
            #expect(try store.deadLetter(4)?.purpose == .some(nil))
            #expect(try store.deadLetter(5)?.contact == other)
            for id: Int64 in [2, 0, -1, 6] { #expect(try store.deadLetter(id) == nil) }
        },
        StoreCheck("messages that wait and dead letters are counted apart") { store throws in
            #expect(try store.outboxCounts() == counts())
            try fill(store)
            #expect(try store.outboxCounts() == counts(waiting: 1, dead: 4, since: 10))
            _ = try store.commit([
                Sample.turn(other, on: 2, outbox: [Sample.message(6)], now: 70),
                Sample.turn(contact, on: 2, settled: [2]),
            ])
            #expect(try store.outboxCounts() == counts(waiting: 1, dead: 4, since: 70))
            // What waits again is as old as it was.
            _ = try store.commit([Sample.turn(other, on: 3, deliveries: [.requeued(id: 5)])])
            #expect(try store.outboxCounts() == counts(waiting: 2, dead: 3, since: 20))
        },
        StoreCheck("a withdrawal takes the dead letters of its purposes, and no others") {
            store throws in
            try fill(store)
            let cancellation = TurnCommit.Cancellation.purposes(["news"])
            _ = try store.commit([Sample.turn(contact, on: 2, cancellation: cancellation)])
            #expect(try dead(store) == [3, 4, 5])
            #expect(try store.queued(for: contact) == [])
            // A cancelled one cannot be brought back.
            _ = try store.commit([Sample.turn(contact, on: 3, deliveries: [.requeued(id: 1)])])
            #expect(try store.queued(for: contact) == [])
        },
        StoreCheck("cancelling all takes every dead letter of the contact") { store throws in
            try fill(store)
            _ = try store.commit([Sample.turn(contact, on: 2, cancellation: .all)])
            #expect(try dead(store) == [5])
            #expect(try store.outboxCounts() == counts(dead: 1))
        },
        StoreCheck("settling takes a dead letter too") { store throws in
            try fill(store)
            _ = try store.commit([Sample.turn(contact, on: 2, settled: [3])])
            #expect(try dead(store) == [1, 4, 5])
        },
        StoreCheck("shredding takes waiting messages and dead letters, and counts both") {
            store throws in
            try fill(store)
            let expected = ShredCounts(contacts: 1, outbox: 4, evidence: 0)
            #expect(try store.rowCounts(of: contact) == expected)
            #expect(try store.shred(contact) == expected)
            #expect(try dead(store) == [5])
            #expect(try store.deadLetter(1) == nil)
            #expect(try store.outboxCounts() == counts(dead: 1))
            #expect(try store.shred(other).outbox == 1)
            #expect(try dead(store) == [])
        },
    ]
}
