import Clocks
import Storage
import Testing

extension StoreCheck {
    private static func row(_ number: UInt8, notBefore: Int64? = nil) -> QueuedContact {
        QueuedContact(contact: Sample.contact(number), notBefore: notBefore.map(Sample.time))
    }

    static let queue: [StoreCheck] = [
        StoreCheck("contacts with messages that wait are gone through page by page, each once") {
            store throws in
            #expect(try store.queuedContacts(after: nil, limit: 9) == [])
            // 128 and above make a negative row number, which comes first.
            let numbers: [UInt8] = [1, 127, 128, 255, 2]
            let messages = [Sample.message(1), Sample.message(2)]
            _ = try store.commit(numbers.map { Sample.turn(Sample.contact($0), outbox: messages) })
            // These have nothing that waits.
            _ = try store.commit([3, 130].map { Sample.turn(Sample.contact($0)) })
            let expected = [128, 255, 1, 2, 127].map { row($0) }
            #expect(try store.queuedContacts(after: nil, limit: 9) == expected)
            var seen: [QueuedContact] = []
            while true {
                let page = try store.queuedContacts(after: seen.last?.contact, limit: 2)
                if page.isEmpty { break }
                #expect(page.count <= 2)
                seen += page
            }
            #expect(seen == expected)
            #expect(try store.queuedContacts(after: nil, limit: 0) == [])
            // The place in the list need not have anything any more.
            let rest = try store.queuedContacts(after: Sample.contact(130), limit: 9)
            #expect(rest == Array(expected[1...]))
        },
        StoreCheck("nothing is queued after the greatest row number") { store throws in
            guard
                let last = ContactID(bytes: [127] + [UInt8](repeating: 255, count: 15)),
                last.rowKey == .max
            else { preconditionFailure("16 bytes are a name") }
            _ = try store.commit([Sample.turn(last, outbox: [Sample.message(1)])])
            let all = try store.queuedContacts(after: Sample.contact(1), limit: 9)
            #expect(all.map(\.contact) == [last])
            #expect(try store.queuedContacts(after: last, limit: 9) == [])
        },
        StoreCheck("a queued contact has the time of its oldest message that waits") {
            store throws in
            let contact = Sample.contact(1)
            let messages = (1...3).map { Sample.message($0) }
            _ = try store.commit([Sample.turn(contact, outbox: messages)])
            try expect(store, [.postponed(id: 2, attempts: 1, until: Sample.time(5))], [row(1)])
            try expect(
                store,
                [.postponed(id: 1, attempts: 1, until: Sample.time(9))],
                [row(1, notBefore: 9)]
            )
            try expect(
                store,
                [.buried(id: 1, attempts: 2, code: "code")],
                [row(1, notBefore: 5)]
            )
            try expect(store, [.buried(id: 2, attempts: 2, code: "code")], [row(1)])
            try expect(store, [.buried(id: 3, attempts: 2, code: "code")], [])
            try expect(store, [.requeued(id: 2)], [row(1)])
        },
        StoreCheck("settled, cancelled and shredded messages queue nobody") { store throws in
            _ = try store.commit(
                (1...4).map { Sample.turn(Sample.contact($0), outbox: [Sample.message($0)]) }
            )
            _ = try store.commit([
                Sample.turn(Sample.contact(1), on: 1, settled: [1]),
                Sample.turn(Sample.contact(2), on: 1, cancellation: .all),
            ])
            _ = try store.shred(Sample.contact(3))
            #expect(try store.queuedContacts(after: nil, limit: 9) == [row(4)])
        },
    ]

    /// Makes changes in a turn of the only contact, and holds the queue against what is expected.
    private static func expect(
        _ store: any ConversationStore,
        _ changes: [DeliveryChange],
        _ expected: [QueuedContact]
    ) throws {
        let contact = Sample.contact(1)
        let version = try store.contact(contact)?.version ?? 0
        _ = try store.commit([Sample.turn(contact, on: version, deliveries: changes)])
        let queued = try store.queuedContacts(after: nil, limit: 9)
        #expect(queued == expected)
    }
}
