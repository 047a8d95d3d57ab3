import Storage
import Testing

extension StoreCheck {
    static let turns: [StoreCheck] = [
        StoreCheck("an empty store has nothing") { store throws in
            let nobody = Sample.contact(1)
            #expect(try store.contact(nobody) == nil)
            #expect(try store.queued(for: nobody) == [])
            #expect(try store.evidence(for: nobody) == [])
            #expect(try !store.isTaken(inboxKey: [1]))
            #expect(try store.due(at: Sample.time(.max), limit: 10) == [])
            #expect(try store.commit([]) == [])
        },
        StoreCheck("a turn stores the state under the next version") { store throws in
            let contact = Sample.contact(1)
            let first = try store.commit([Sample.turn(contact, state: [1, 2])])
            #expect(first == [.committed(firstLeaf: 0)])
            #expect(
                try store.contact(contact) == StoredContact(version: 1, sealedState: [1, 2])
            )
            _ = try store.commit([Sample.turn(contact, on: 1, state: [3])])
            #expect(try store.contact(contact) == StoredContact(version: 2, sealedState: [3]))
        },
        StoreCheck("empty and large states come back as they were") { store throws in
            let large = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let states: [[UInt8]] = [[], [0], large]
            for (version, state) in states.enumerated() {
                _ = try store.commit([
                    Sample.turn(Sample.contact(1), on: UInt64(version), state: state)
                ])
                #expect(try store.contact(Sample.contact(1))?.sealedState == state)
            }
        },
        StoreCheck("contacts do not touch each other") { store throws in
            // 0x80 and above make a negative row number.
            let contacts = [1, 127, 128, 255].map { Sample.contact($0) }
            _ = try store.commit(contacts.map { Sample.turn($0, state: $0.bytes) })
            for contact in contacts {
                #expect(try store.contact(contact)?.sealedState == contact.bytes)
            }
        },
    ]
}
