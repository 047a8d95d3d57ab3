import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    private static let other = Sample.contact(2)

    private static func key(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 16) }

    private static func message(_ number: UInt8, effect: UInt8? = nil) -> SentMessage {
        SentMessage(key: key(number), effectID: [effect ?? number, 7])
    }

    private static func stored(
        _ contact: ContactID,
        effect: UInt8,
        stage: UInt8 = 0,
        at time: Int64
    ) -> StoredSentMessage {
        StoredSentMessage(
            contact: contact,
            effectID: [effect, 7],
            stage: stage,
            at: Sample.time(time)
        )
    }

    /// Messages 1 and 2 of the contact, and 3 of another.
    private static func fill(_ store: any ConversationStore) throws {
        _ = try store.commit([
            Sample.turn(contact, sent: [message(1), message(2)], now: 10),
            Sample.turn(other, sent: [message(3)], now: 20),
        ])
    }

    private static func report(
        _ store: any ConversationStore,
        on version: UInt64,
        _ number: UInt8,
        _ stage: UInt8
    ) throws {
        let report = SentStage(key: key(number), stage: stage)
        _ = try store.commit([Sample.turn(contact, on: version, stages: [report])])
    }

    static let sent: [StoreCheck] = [
        StoreCheck("a sent message is found by its key, whole") { store throws in
            #expect(try store.sent(key(1)) == nil)
            try fill(store)
            #expect(try store.sent(key(1)) == stored(contact, effect: 1, at: 10))
            #expect(try store.sent(key(2)) == stored(contact, effect: 2, at: 10))
            #expect(try store.sent(key(3)) == stored(other, effect: 3, at: 20))
            #expect(try store.sent(Array(key(1).dropLast())) == nil)
            #expect(try store.sent([]) == nil)
        },
        StoreCheck("a key that is there keeps its first message, and its stage") { store throws in
            try fill(store)
            try report(store, on: 1, 1, 2)
            _ = try store.commit([
                Sample.turn(contact, on: 2, sent: [message(1, effect: 9)], now: 90),
                Sample.turn(other, on: 1, sent: [message(1, effect: 8), message(4)], now: 91),
            ])
            #expect(try store.sent(key(1)) == stored(contact, effect: 1, stage: 2, at: 10))
            #expect(try store.sent(key(4)) == stored(other, effect: 4, at: 91))
        },
        StoreCheck("a stage is raised and never lowered") { store throws in
            try fill(store)
            let reports: [(UInt8, UInt8)] = [(1, 1), (3, 3), (2, 3), (3, 3), (0, 3), (255, 255)]
            for (place, (told, expected)) in reports.enumerated() {
                try report(store, on: 1 + UInt64(place), 1, told)
                #expect(try store.sent(key(1))?.stage == expected)
            }
            #expect(try store.sent(key(1)) == stored(contact, effect: 1, stage: 255, at: 10))
            #expect(try store.sent(key(2))?.stage == 0)
        },
        StoreCheck("a stage of a message sent in the same turn counts, of an unknown one not") {
            store throws in
            let turn = Sample.turn(
                contact,
                sent: [message(1)],
                stages: [
                    SentStage(key: key(1), stage: 4), SentStage(key: key(1), stage: 2),
                    SentStage(key: key(2), stage: 4),
                ],
                now: 10
            )
            _ = try store.commit([turn])
            #expect(try store.sent(key(1)) == stored(contact, effect: 1, stage: 4, at: 10))
            #expect(try store.sent(key(2)) == nil)
            _ = try store.commit([Sample.turn(contact, on: 1, sent: [message(2)], now: 11)])
            #expect(try store.sent(key(2))?.stage == 0)
        },
        StoreCheck("a stage may be told in a turn of another contact") { store throws in
            // After two contacts became one, reports still name the messages of either.
            try fill(store)
            try report(store, on: 1, 3, 2)
            #expect(try store.sent(key(3)) == stored(other, effect: 3, stage: 2, at: 20))
        },
        StoreCheck("cancelling and settling leave what was sent") { store throws in
            try fill(store)
            let turn = Sample.turn(contact, on: 1, cancellation: .all, settled: [1])
            _ = try store.commit([turn])
            #expect(try store.sent(key(1)) != nil)
        },
        StoreCheck("shredding takes what a contact was sent, and does not count it") {
            store throws in
            try fill(store)
            let twin = Sample.contact(row: 1, rest: 9)
            _ = try store.shred(twin)
            #expect(try store.sent(key(1)) != nil)
            #expect(try store.shred(contact) == ShredCounts(contacts: 1))
            #expect(try store.sent(key(1)) == nil)
            #expect(try store.sent(key(2)) == nil)
            #expect(try store.sent(key(3)) == stored(other, effect: 3, at: 20))
            // The name does not bring anything back.
            _ = try store.commit([Sample.turn(contact)])
            #expect(try store.sent(key(1)) == nil)
        },
        StoreCheck("messages sent before an instant are forgotten, others stay") { store throws in
            #expect(try store.pruneSent(before: Sample.time(.max)) == 0)
            try fill(store)
            #expect(try store.pruneSent(before: Sample.time(10)) == 0)
            #expect(try store.pruneSent(before: Sample.time(20)) == 2)
            #expect(try store.pruneSent(before: Sample.time(20)) == 0)
            #expect(try store.sent(key(1)) == nil)
            #expect(try store.sent(key(3)) != nil)
            // Inbox keys are another matter.
            _ = try store.commit([Sample.turn(contact, on: 1, inbox: [1], now: 5)])
            #expect(try store.pruneSent(before: Sample.time(.max)) == 1)
            #expect(try store.isTaken(inboxKey: [1]))
        },
    ]
}
