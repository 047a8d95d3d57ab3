import Storage
import Testing

extension StoreCheck {
    static let due: [StoreCheck] = [
        StoreCheck("the most overdue comes first, then the smaller row number") { store throws in
            let times: [(UInt8, Int64?)] = [
                (1, 30), (2, 10), (3, nil), (4, 20), (5, 10), (200, 10), (6, -1), (7, 31),
            ]
            _ = try store.commit(times.map { Sample.turn(Sample.contact($0), due: $1) })
            let expected = [6, 200, 2, 5, 4, 1].map { Sample.contact($0) }
            #expect(try store.due(at: Sample.time(30), limit: 100) == expected)
            #expect(try store.due(at: Sample.time(30), limit: 2) == Array(expected[..<2]))
            #expect(try store.due(at: Sample.time(30), limit: 0) == [])
            #expect(try store.due(at: Sample.time(-2), limit: 100) == [])
        },
        StoreCheck("a turn moves its contact's time or clears it") { store throws in
            let contact = Sample.contact(1)
            _ = try store.commit([Sample.turn(contact, due: 10)])
            _ = try store.commit([Sample.turn(contact, on: 1, due: 50)])
            #expect(try store.due(at: Sample.time(49), limit: 9) == [])
            #expect(try store.due(at: Sample.time(50), limit: 9) == [contact])
            _ = try store.commit([Sample.turn(contact, on: 2)])
            #expect(try store.due(at: Sample.time(.max), limit: 9) == [])
        },
    ]
}
