import Audit
import Testing
import TransparencyLog

/// A bundle's bytes are its entries with their lengths, and nothing else.
struct EntryBundleTests {
    private static let entries: [[UInt8]] = [
        [], [0x2a], [UInt8](repeating: 0xab, count: 300), Array("{\"v\":1}".utf8),
    ]
    private static let place = EntryBundlePlace(index: 7, width: 4)

    @Test func `an entry stands behind its length in two bytes`() {
        let place = EntryBundlePlace(index: 0, width: 3)
        let bundle = EntryBundle(place: place, entries: [[0x61, 0x62], [], [0x63]])
        #expect(bundle.bytes == [0, 2, 0x61, 0x62, 0, 0, 0, 1, 0x63])
    }

    @Test func `a bundle is read back from its bytes`() throws {
        let bundle = EntryBundle(place: Self.place, entries: Self.entries)
        #expect(try EntryBundle(place: Self.place, bytes: bundle.bytes) == bundle)
    }

    @Test func `a full bundle of the longest entries is read back`() throws {
        let longest = [UInt8](repeating: 1, count: EntryBundle.longestEntryByteCount)
        let place = EntryBundlePlace(index: 1)
        let entries = [longest] + Array(repeating: [2], count: 254) + [longest]
        let bundle = EntryBundle(place: place, entries: entries)
        #expect(bundle.bytes.count == 2 * 65_537 + 254 * 3)
        #expect(try EntryBundle(place: place, bytes: bundle.bytes) == bundle)
    }

    @Test func `a bundle cut at any byte is refused`() {
        let bytes = EntryBundle(place: Self.place, entries: Self.entries).bytes
        // Where each entry ends: a cut before an end leaves that entry incomplete.
        let ends = [2, 5, 307, 316]
        #expect(bytes.count == 316)
        for count in 0..<bytes.count {
            let entry = ends.firstIndex { count < $0 } ?? 0
            #expect(throws: TileError.truncated(entry: entry), "\(count)") {
                try EntryBundle(place: Self.place, bytes: Array(bytes.prefix(count)))
            }
        }
    }

    @Test func `bytes after the last entry are refused`() {
        let bytes = EntryBundle(place: Self.place, entries: Self.entries).bytes
        #expect(throws: TileError.trailingBytes(count: 1)) {
            try EntryBundle(place: Self.place, bytes: bytes + [0])
        }
        let many = [UInt8](repeating: 0, count: 2 * 257)
        #expect(throws: TileError.trailingBytes(count: 2)) {
            try EntryBundle(place: EntryBundlePlace(index: 0), bytes: many)
        }
    }

    @Test func `a bundle of another width is refused`() {
        let bytes = EntryBundle(place: Self.place, entries: Self.entries).bytes
        #expect(throws: TileError.trailingBytes(count: 9)) {
            try EntryBundle(place: EntryBundlePlace(index: 7, width: 3), bytes: bytes)
        }
        #expect(throws: TileError.truncated(entry: 4)) {
            try EntryBundle(place: EntryBundlePlace(index: 7, width: 5), bytes: bytes)
        }
    }

    @Test func `the tile of a bundle has the hashes of its leaves`() {
        let bodies = (0..<UInt32(112)).map(TileSample.body(of:))
        let bundle = EntryBundle(place: EntryBundlePlace(index: 0, width: 112), entries: bodies)
        #expect(bundle.hashTile.place == TilePlace(level: 0, index: 0, width: 112))
        #expect(bundle.hashTile.hashes == TileSample(leaves: 112).leaves)
    }

    @Test func `an entry beyond its length field stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let place = EntryBundlePlace(index: 0, width: 1)
            _ = EntryBundle(place: place, entries: [[UInt8](repeating: 0, count: 65_536)])
        }
        await #expect(processExitsWith: .failure) {
            _ = EntryBundle(place: EntryBundlePlace(index: 0, width: 1), entries: [])
        }
    }
}
