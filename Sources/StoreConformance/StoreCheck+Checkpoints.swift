import Audit
import Clocks
import Storage
import Testing

extension StoreCheck {
    static let checkpoints: [StoreCheck] = [
        StoreCheck("checkpoints are kept by size, and one of the same size takes its place") {
            store throws in
            #expect(try store.lastCheckpoint() == nil)
            for size: UInt64 in [7, 3, 300] { try store.add(checkpoint(size), tiles: []) }
            #expect(try store.checkpoints(from: 0, limit: 9).map(\.size) == [3, 7, 300])
            #expect(try store.checkpoints(from: 4, limit: 1).map(\.size) == [7])
            #expect(try store.lastCheckpoint()?.size == 300)
            let cosigned = checkpoint(7, note: [9, 9])
            try store.add(cosigned, tiles: [])
            #expect(try store.checkpoints(from: 7, limit: 1) == [cosigned])
        },
        StoreCheck("a checkpoint that is to be kept is not forgotten, another is") { store throws in
            try store.add(checkpoint(1, isKept: true), tiles: [])
            try store.add(checkpoint(2), tiles: [])
            // Said again without it, it is kept all the same.
            try store.add(checkpoint(1), tiles: [])
            for size: UInt64 in 1...3 { try store.forgetCheckpoint(ofSize: size) }
            #expect(try store.checkpoints(from: 0, limit: 9).map(\.size) == [1])
        },
        StoreCheck("tiles come back by level and index") { store throws in
            let tiles = [(0, UInt64(0)), (0, 1), (1, 0), (7, 1 << 40)].map(tile)
            try store.add(checkpoint(1), tiles: tiles)
            for tile in tiles { #expect(try store.tile(tile.place) == tile.hashes) }
            #expect(try store.tile(StoredTile.Place(level: 0, index: 2)) == nil)
            #expect(try store.tile(StoredTile.Place(level: 2, index: 0)) == nil)
        },
        StoreCheck("a hold is placed and lifted with its leaf") { store throws in
            #expect(try store.holds() == [])
            try store.setHold("b", since: Sample.time(2), leaves: [leaf(1)], at: Sample.time(2))
            try store.setHold("a", since: Sample.time(3), leaves: [leaf(2)], at: Sample.time(3))
            #expect(try store.holds().map(\.name) == ["a", "b"])
            #expect(try store.holds().map(\.since) == [Sample.time(3), Sample.time(2)])
            try store.setHold("a", since: nil, leaves: [leaf(3)], at: Sample.time(4))
            #expect(try store.holds().map(\.name) == ["b"])
            #expect(try store.frontier().size == 3)
            #expect(try store.heads(from: 0, limit: 9).map(\.size) == [1, 2, 3])
        },
        StoreCheck("anchors come back in order, byte by byte") { store throws in
            #expect(try store.anchors() == [])
            let anchors = [5, 2].map { size in
                StoredAnchor(
                    size: size,
                    kind: .timestamp,
                    token: [1, UInt8(size)],
                    at: Sample.time(Int64(size))
                )
            }
            for anchor in anchors { try store.add(anchor) }
            #expect(try store.anchors() == anchors)
        },
        StoreCheck("pruned leaves are not read any more, and go with what led to them") {
            store throws in
            let bodies = (0..<600).map { [UInt8($0 % 256), UInt8($0 / 256)] }
            for body in bodies {
                try store.append([PreparedLeaf(body: body)], at: Sample.time(1))
            }
            let tiles = [(0, UInt64(0)), (0, 1), (1, 0)].map(tile)
            try store.add(checkpoint(600), tiles: tiles)
            let before = try store.frontier()
            #expect(try store.firstLeaf() == 0)
            try store.prune(below: 256, leaves: [leaf(7)], at: Sample.time(2))
            try expectPruned(store)
            #expect(try store.removePruned() == 256)
            #expect(try store.removePruned() == 0)
            try expectPruned(store)
            #expect(try store.tile(tiles[0].place) == nil)
            #expect(try store.tile(tiles[1].place) == tiles[1].hashes)
            #expect(try store.tile(tiles[2].place) == tiles[2].hashes)
            var after = before
            after.append(leaf(7).hash)
            #expect(try store.frontier() == after)
            try store.append([leaf(8)], at: Sample.time(3))
            #expect(try store.frontier().size == 602)
        },
        StoreCheck("contacts are listed with their sealed states") { store throws in
            let contacts = (1...5).map { Sample.contact(UInt8($0)) }
            _ = try store.commit(contacts.map { Sample.turn($0) })
            let rows = try store.contactRows(after: nil, limit: 9)
            #expect(rows.map(\.id) == (try store.contacts(after: nil, limit: 9)))
            for row in rows { #expect(try store.contact(row.id) == row.row) }
            let rest = try store.contactRows(after: rows[2].id, limit: 1)
            #expect(rest == [rows[3]])
        },
        StoreCheck("inbox keys are counted from an instant on") { store throws in
            #expect(try store.oldestInboxTime() == nil)
            let turns = (1...6).map { number in
                Sample.turn(
                    Sample.contact(UInt8(number)),
                    inbox: [UInt8(number)],
                    now: Int64(number)
                )
            }
            _ = try store.commit(turns)
            #expect(try store.oldestInboxTime() == Sample.time(1))
            #expect(try store.inboxCount(since: Sample.time(1)) == 6)
            #expect(try store.inboxCount(since: Sample.time(5)) == 2)
            #expect(try store.inboxCount(since: Sample.time(7)) == 0)
        },
    ]

    private static func expectPruned(_ store: any ConversationStore) throws {
        #expect(try store.firstLeaf() == 256)
        #expect(try store.leaves(from: 0, limit: 1).map(\.index) == [256])
        #expect(try store.leaves(from: 300, limit: 2).map(\.index) == [300, 301])
        #expect(try store.heads(from: 0, limit: 1).map(\.size) == [257])
        #expect(try store.leaves(from: 0, limit: 1000).count == 345)
    }

    private static func checkpoint(
        _ size: UInt64,
        note: [UInt8] = [1],
        isKept: Bool = false
    ) -> StoredCheckpoint {
        StoredCheckpoint(size: size, note: note, at: Sample.time(Int64(size)), isKept: isKept)
    }

    private static func tile(_ level: Int, _ index: UInt64) -> StoredTile {
        StoredTile(
            place: StoredTile.Place(level: level, index: index),
            hashes: [UInt8](repeating: UInt8(level) &+ UInt8(index % 251), count: 8192)
        )
    }

    private static func leaf(_ number: UInt8) -> PreparedLeaf {
        PreparedLeaf(body: [0, 0, number])
    }
}
