import Audit
import Storage
import Testing

extension StoreCheck {
    private static let contact = Sample.contact(1)
    private static let other = Sample.contact(2)

    /// Asks for the erasure of a contact that had one turn.
    private static func request(_ store: any ConversationStore, at time: Int64 = 1000) throws {
        let results = try store.commit([
            Sample.turn(contact, inbox: [1], leaves: [[1]]),
            Sample.turn(
                contact,
                on: 1,
                leaves: [[2]],
                erasure: Sample.job(contact, at: time, sequence: .max, details: [])
            ),
        ])
        #expect(results == [.committed(firstLeaf: 0), .committed(firstLeaf: 1)])
    }

    static let erasure: [StoreCheck] = [
        StoreCheck("a turn that asks for erasure stores the job, whole") { store throws in
            #expect(try store.erasureJobs() == [])
            try request(store)
            let job = Sample.job(contact, sequence: .max, details: [])
            #expect(try store.erasureJobs() == [job])
        },
        StoreCheck("jobs come in the order they were asked for") { store throws in
            let times: [(UInt8, Int64)] = [(1, 5), (2, -1), (4, 3), (3, 3)]
            _ = try store.commit(
                times.map { number, time in
                    let id = Sample.contact(number)
                    return Sample.turn(id, erasure: Sample.job(id, at: time))
                }
            )
            let jobs = try store.erasureJobs()
            #expect(jobs.map(\.contact) == [2, 3, 4, 1].map { Sample.contact($0) })
        },
        StoreCheck("a refused turn asks for nothing") { store throws in
            _ = try store.commit([Sample.turn(contact, inbox: [1])])
            let results = try store.commit([
                Sample.turn(contact, on: 1, inbox: [1], erasure: Sample.job(contact)),
                Sample.turn(contact, on: 5, erasure: Sample.job(contact)),
            ])
            #expect(results == [.duplicate, .conflict])
            #expect(try store.erasureJobs() == [])
            #expect(try store.commit([Sample.turn(contact, on: 1)]) == [.committed(firstLeaf: 0)])
        },
        StoreCheck("no turn is written while an erasure is pending") { store throws in
            try request(store)
            let late = Sample.turn(
                contact,
                on: 2,
                inbox: [2],
                leaves: [[9]],
                outbox: [Sample.message(1)],
                erasure: Sample.job(contact, at: 5)
            )
            #expect(try store.commit([late]) == [.conflict])
            _ = try store.shred(contact)
            let fresh = Sample.turn(contact, inbox: [2], leaves: [[9]])
            #expect(try store.commit([fresh]) == [.conflict])
            #expect(try store.contact(contact) == nil)
            #expect(try !store.isTaken(inboxKey: [2]))
            #expect(try store.frontier().size == 2)
            // The first request stands.
            #expect(try store.erasureJobs().map(\.requestedAt) == [Sample.time(1000)])
            // Nobody else has to wait.
            #expect(try store.commit([Sample.turn(other)]) == [.committed(firstLeaf: 2)])
        },
        StoreCheck("also a turn of the same batch is too late") { store throws in
            let results = try store.commit([
                Sample.turn(contact, leaves: [[1]], erasure: Sample.job(contact)),
                Sample.turn(contact, on: 1, leaves: [[2]]),
                Sample.turn(other, leaves: [[3]]),
            ])
            #expect(
                results == [.committed(firstLeaf: 0), .conflict, .committed(firstLeaf: 1)]
            )
        },
        StoreCheck("finishing appends the leaves with a head and removes the job") { store throws in
            try request(store)
            _ = try store.shred(contact)
            let leaves = [[8], [9]].map(PreparedLeaf.init(body:))
            let first = try store.finishErasure(
                of: contact,
                leaves: leaves,
                at: Sample.time(2000)
            )
            #expect(first == 2)
            #expect(try store.erasureJobs() == [])
            let stored = try store.leaves(from: 0, limit: 9)
            let heads = try store.heads(from: 0, limit: 9)
            #expect(stored.map(\.body) == [[1], [2], [8], [9]])
            #expect(heads.map(\.size) == [2, 4])
            #expect(heads.map(\.time) == [1000, 2000].map(Sample.time))
            expectConsistent(stored, heads, try store.frontier())
        },
        StoreCheck("finishing a second time, or for nothing, appends nothing") { store throws in
            try request(store)
            let leaf = PreparedLeaf(body: [9])
            let none = try store.finishErasure(of: other, leaves: [leaf], at: Sample.time(1))
            #expect(none == nil)
            #expect(try store.erasureJobs().count == 1)
            let first = try store.finishErasure(of: contact, leaves: [], at: Sample.time(2))
            #expect(first == 2)
            let second = try store.finishErasure(of: contact, leaves: [leaf], at: Sample.time(3))
            #expect(second == nil)
            #expect(try store.frontier().size == 2)
            #expect(try store.heads(from: 0, limit: 9).map(\.size) == [2])
        },
        StoreCheck("after an erasure a name may be used again") { store throws in
            try request(store)
            _ = try store.shred(contact)
            _ = try store.finishErasure(of: contact, leaves: [], at: Sample.time(2))
            #expect(try store.commit([Sample.turn(contact, on: 2)]) == [.conflict])
            #expect(try store.commit([Sample.turn(contact)]) == [.committed(firstLeaf: 2)])
            #expect(try store.contact(contact)?.version == 1)
        },
    ]
}
