import Storage
import Testing

extension StoreCheck {
    static let listing: [StoreCheck] = [
        StoreCheck("all contacts are gone through page by page, each once") { store throws in
            // 128 and above make a negative row number, which comes first.
            let numbers: [UInt8] = [1, 127, 128, 255, 2]
            _ = try store.commit(numbers.map { Sample.turn(Sample.contact($0)) })
            let expected = [128, 255, 1, 2, 127].map { Sample.contact($0) }
            #expect(try store.contacts(after: nil, limit: 9) == expected)
            var seen: [ContactID] = []
            while true {
                let page = try store.contacts(after: seen.last, limit: 2)
                if page.isEmpty { break }
                #expect(page.count <= 2)
                seen += page
            }
            #expect(seen == expected)
            #expect(try store.contacts(after: nil, limit: 0) == [])
        },
        StoreCheck("the place in the list need not be a contact's any more") { store throws in
            _ = try store.commit([1, 2, 3].map { Sample.turn(Sample.contact($0)) })
            _ = try store.shred(Sample.contact(2))
            let later = try store.contacts(after: Sample.contact(2), limit: 9)
            #expect(later == [Sample.contact(3)])
        },
        StoreCheck("nothing comes after the greatest row number") { store throws in
            guard
                let last = ContactID(bytes: [127] + [UInt8](repeating: 255, count: 15)),
                last.rowKey == .max
            else { preconditionFailure("16 bytes are a name") }
            _ = try store.commit([Sample.turn(last), Sample.turn(Sample.contact(128))])
            #expect(try store.contacts(after: Sample.contact(128), limit: 9) == [last])
            #expect(try store.contacts(after: last, limit: 9) == [])
        },
    ]
}
