import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Going through all contacts page by page comes to an end, whatever is in the file.
struct DamagedListingTests {
    // A changed bit in a contact's name made pages begin with the same row again, for ever.
    @Test func `a contact whose name is another row's is damage, and no endless listing`() throws {
        let folder = try TemporaryFolder()
        try folder.with { opened in
            let turns = (1...3).map { number in
                Sample.turn(Sample.contact(number), outbox: [Sample.message(number)])
            }
            _ = try opened.store.commit(turns)
        }
        try folder.execute(
            "UPDATE contact SET id = x'00000000000000000000000000000001' "
                + "WHERE row = (SELECT max(row) FROM contact)",
            in: "parley.db"
        )
        try folder.with { opened in
            let damage = StoreError.corrupt(file: "parley.db")
            #expect(throws: damage) { try opened.store.contacts(after: nil, limit: 10) }
            #expect(throws: damage) { try opened.store.contactRows(after: nil, limit: 10) }
            #expect(throws: damage) { try opened.store.queuedContacts(after: nil, limit: 10) }
            let whole = try opened.store.contacts(after: nil, limit: 2)
            #expect(whole.count == 2)
        }
    }
}
