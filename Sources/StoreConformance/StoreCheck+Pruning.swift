import Storage
import Testing

extension StoreCheck {
    static let pruning: [StoreCheck] = [
        StoreCheck("inbox keys taken before an instant are forgotten, others stay") {
            store throws in
            let turns = (0..<50).map { number in
                Sample.turn(
                    Sample.contact(UInt8(number)),
                    inbox: [UInt8(number), 1],
                    now: Int64(number * 7 % 50)
                )
            }
            _ = try store.commit(turns)
            #expect(try store.inboxCount(before: Sample.time(-1)) == 0)
            #expect(try store.inboxCount(before: Sample.time(20)) == 20)
            #expect(try store.inboxCount(before: Sample.time(.max)) == 50)
            #expect(try store.pruneInbox(before: Sample.time(20)) == 20)
            #expect(try store.pruneInbox(before: Sample.time(20)) == 0)
            #expect(try store.inboxCount(before: Sample.time(.max)) == 30)
            for number in 0..<50 {
                let isTaken = try store.isTaken(inboxKey: [UInt8(number), 1])
                #expect(isTaken == (number * 7 % 50 >= 20))
            }
        },
        StoreCheck("a forgotten key may be taken again") { store throws in
            let contact = Sample.contact(1)
            _ = try store.commit([Sample.turn(contact, inbox: [1], now: 5)])
            #expect(try store.pruneInbox(before: Sample.time(6)) == 1)
            let again = Sample.turn(contact, on: 1, inbox: [1], now: 7)
            #expect(try store.commit([again]) == [.committed(firstLeaf: 0)])
            #expect(try store.pruneInbox(before: Sample.time(7)) == 0)
        },
        StoreCheck("forgetting keys in an empty store does nothing") { store throws in
            #expect(try store.pruneInbox(before: Sample.time(.max)) == 0)
            #expect(try store.inboxCount(before: Sample.time(.max)) == 0)
        },
    ]
}
