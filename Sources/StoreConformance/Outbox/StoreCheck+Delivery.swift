import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    private static let other = Sample.contact(2)

    /// Queues three messages for the contact, ids 1 to 3, and one for another, id 4.
    private static func fill(_ store: any ConversationStore) throws {
        _ = try store.commit([
            Sample.turn(contact, outbox: [1, 2, 3].map { Sample.message($0) }, now: 50),
            Sample.turn(other, outbox: [Sample.message(4)], now: 60),
        ])
    }

    private static func change(
        _ store: any ConversationStore,
        on version: UInt64 = 1,
        _ deliveries: DeliveryChange...
    ) throws {
        let turn = Sample.turn(contact, on: version, deliveries: deliveries)
        #expect(try store.commit([turn]) == [.committed(firstLeaf: 0)])
    }

    private static func waiting(_ store: any ConversationStore) throws -> [Int64] {
        try store.queued(for: contact).map(\.id)
    }

    static let delivery: [StoreCheck] = [
        StoreCheck("a queued message was never tried, and knows when it was queued") {
            store throws in
            try fill(store)
            let queued = try store.queued(for: contact)
            #expect(queued.map(\.attempts) == [0, 0, 0])
            #expect(queued.map(\.notBefore) == [nil, nil, nil])
            #expect(queued.map(\.queuedAt) == [50, 50, 50].map(Sample.time))
            #expect(try store.queued(for: other).map(\.queuedAt) == [Sample.time(60)])
        },
        StoreCheck("a postponed message waits in its place, with its attempts and its time") {
            store throws in
            try fill(store)
            let before = try store.queued(for: contact)
            try change(store, .postponed(id: 2, attempts: 1, until: Sample.time(-9)))
            let after = try store.queued(for: contact)
            #expect(after.map(\.id) == [1, 2, 3])
            #expect(after.map(\.attempts) == [0, 1, 0])
            #expect(after.map(\.notBefore) == [nil, Sample.time(-9), nil])
            #expect(after.map(\.sealed) == before.map(\.sealed))
            #expect(after.map(\.effectID) == before.map(\.effectID))
            #expect(after.map(\.queuedAt) == before.map(\.queuedAt))
            try change(store, on: 2, .postponed(id: 2, attempts: 7, until: Sample.time(.max)))
            #expect(try store.queued(for: contact)[1].attempts == 7)
            #expect(try store.queued(for: contact)[1].notBefore == Sample.time(.max))
        },
        StoreCheck("a buried message waits no longer, and a requeued one as if never tried") {
            store throws in
            try fill(store)
            let before = try store.queued(for: contact)
            try change(
                store,
                .postponed(id: 2, attempts: 8, until: Sample.time(5)),
                .buried(id: 2, attempts: 9, code: "unreachable")
            )
            #expect(try waiting(store) == [1, 3])
            try change(store, on: 2, .requeued(id: 2))
            #expect(try store.queued(for: contact) == before)
            #expect(try store.deadLetter(2) == nil)
        },
        StoreCheck("a discarded dead letter is gone, and its id is not given again") {
            store throws in
            try fill(store)
            try change(store, .buried(id: 3, attempts: 1, code: "code"), .discarded(id: 3))
            #expect(try waiting(store) == [1, 2])
            #expect(try store.deadLetters(after: 0, limit: 9) == [])
            let next = Sample.turn(contact, on: 2, outbox: [Sample.message(5)])
            _ = try store.commit([next])
            #expect(try waiting(store) == [1, 2, 5])
        },
        StoreCheck("a change of another contact's message changes nothing") { store throws in
            try fill(store)
            let theirs = try store.queued(for: other)
            try change(
                store,
                .postponed(id: 4, attempts: 1, until: Sample.time(1)),
                .buried(id: 4, attempts: 1, code: "code"),
                .discarded(id: 4)
            )
            #expect(try store.queued(for: other) == theirs)
            let burial = DeliveryChange.buried(id: 4, attempts: 2, code: "theirs")
            _ = try store.commit([Sample.turn(other, on: 1, deliveries: [burial])])
            try change(store, on: 2, .requeued(id: 4), .discarded(id: 4))
            #expect(try store.deadLetter(4)?.code == "theirs")
            #expect(try store.queued(for: other) == [])
        },
        StoreCheck("a change starts from its own state: only what waits is tried or buried") {
            store throws in
            try fill(store)
            // Neither is a dead letter.
            try change(store, .requeued(id: 1), .discarded(id: 1))
            #expect(try waiting(store) == [1, 2, 3])
            try change(
                store,
                on: 2,
                .buried(id: 1, attempts: 3, code: "first"),
                .buried(id: 1, attempts: 4, code: "second"),
                .postponed(id: 1, attempts: 5, until: Sample.time(1))
            )
            #expect(try store.deadLetter(1)?.code == "first")
            #expect(try store.deadLetter(1)?.attempts == 3)
        },
        StoreCheck("a change of a message that is gone is passed over") { store throws in
            try fill(store)
            // Cancelled by the same turn, settled by it, cancelled before, and never there.
            let turn = Sample.turn(
                contact,
                on: 1,
                outbox: [Sample.message(5)],
                cancellation: .all,
                deliveries: [
                    .postponed(id: 1, attempts: 1, until: Sample.time(1)),
                    .buried(id: 2, attempts: 1, code: "code"),
                    // The message this turn queues is not there yet.
                    .buried(id: 5, attempts: 1, code: "code"),
                ]
            )
            #expect(try store.commit([turn]) == [.committed(firstLeaf: 0)])
            try change(store, on: 2, .postponed(id: 3, attempts: 1, until: Sample.time(1)))
            try change(store, on: 3, .buried(id: 99, attempts: 1, code: "code"))
            let settling = Sample.turn(
                contact,
                on: 4,
                settled: [5],
                deliveries: [.buried(id: 5, attempts: 1, code: "code")]
            )
            _ = try store.commit([settling])
            #expect(try waiting(store) == [])
            #expect(try store.outboxCounts() == counts(waiting: 1, since: 60))
        },
        StoreCheck("turns of one batch see each other's changes") { store throws in
            try fill(store)
            _ = try store.commit([
                Sample.turn(
                    contact,
                    on: 1,
                    deliveries: [.buried(id: 1, attempts: 2, code: "code")]
                ),
                Sample.turn(contact, on: 2, deliveries: [.requeued(id: 1)]),
                Sample.turn(contact, on: 3, settled: [1]),
            ])
            #expect(try waiting(store) == [2, 3])
        },
    ]

    static func counts(
        waiting: Int = 0,
        dead: Int = 0,
        since oldest: Int64? = nil
    ) -> OutboxCounts {
        OutboxCounts(waiting: waiting, dead: dead, oldestQueuedAt: oldest.map(Sample.time))
    }
}
