import Audit
import Storage
import Testing

extension StoreCheck {
    static let batches: [StoreCheck] = [
        StoreCheck("a refused turn in the middle takes nothing with it") { store throws in
            let (ada, ben) = (Sample.contact(1), Sample.contact(2))
            let results = try store.commit([
                Sample.turn(ada, inbox: [1], leaves: [[1], [2]]),
                Sample.turn(ada, inbox: [1], leaves: [[3]]),
                Sample.turn(ben, on: 5, inbox: [2], leaves: [[4]]),
                Sample.turn(ben, inbox: [2], leaves: [[5]]),
                Sample.turn(ada, on: 1, inbox: [3], leaves: [[6]]),
            ])
            #expect(
                results == [
                    .committed(firstLeaf: 0), .duplicate, .conflict, .committed(firstLeaf: 2),
                    .committed(firstLeaf: 3),
                ]
            )
            #expect(try store.contact(ada)?.version == 2)
            #expect(try store.contact(ben)?.version == 1)
            #expect(try store.leaves(from: 0, limit: 9).map(\.body) == [[1], [2], [5], [6]])
        },
        StoreCheck("a turn sees what the turns before it in the batch wrote") { store throws in
            let contact = Sample.contact(1)
            _ = try store.commit([
                Sample.turn(contact, outbox: [Sample.message(1, purpose: "news")]),
                Sample.turn(contact, on: 1, outbox: [Sample.message(2)]),
                Sample.turn(contact, on: 2, cancellation: .purposes(["news"])),
                Sample.turn(contact, on: 3, outbox: [Sample.message(3)], settled: [2]),
            ])
            #expect(try store.queued(for: contact).map(\.id) == [3])
        },
        StoreCheck("a batch of refusals writes nothing") { store throws in
            let contact = Sample.contact(1)
            _ = try store.commit([Sample.turn(contact, inbox: [1], leaves: [[1]])])
            let again = Sample.turn(contact, on: 1, inbox: [1], leaves: [[2]], now: 9000)
            #expect(try store.commit([again, again]) == [.duplicate, .duplicate])
            #expect(try store.heads(from: 0, limit: 9).map(\.time) == [Sample.time(1000)])
        },
        StoreCheck("a batch has one head, at the time of its last turn") { store throws in
            let turns = (0..<5).map { number in
                Sample.turn(
                    Sample.contact(UInt8(number)),
                    leaves: [[1], [2]],
                    now: 100 + Int64(number)
                )
            }
            _ = try store.commit(turns)
            let heads = try store.heads(from: 0, limit: 9)
            #expect(heads.map(\.size) == [10])
            #expect(heads.map(\.time) == [Sample.time(104)])
        },
    ]
}
