import Clocks
import Storage
import Testing

extension VaultCheck {
    static let logKeys: [VaultCheck] = [
        VaultCheck("log keys come back by epoch, and a new wrapping takes the old one's place") {
            vault throws in
            #expect(try vault.logKeys() == [])
            try vault.add(logKey(2))
            try vault.add(logKey(1))
            #expect(try vault.logKeys() == [logKey(1), logKey(2)])
            try vault.add(logKey(1, wrapped: [8, 8]))
            #expect(try vault.logKeys().map(\.wrapped) == [[8, 8], [2, 2]])
        },
        VaultCheck("of a destroyed log key the public half is left, and others are whole") {
            vault throws in
            for epoch: UInt32 in 1...3 { try vault.add(logKey(epoch)) }
            try vault.destroyLogKey(ofEpoch: 2)
            try vault.destroyLogKey(ofEpoch: 2)
            try vault.destroyLogKey(ofEpoch: 9)
            let keys = try vault.logKeys()
            #expect(keys.map(\.wrapped) == [[1, 1], nil, [3, 3]])
            #expect(keys.map(\.verifier) == ["log+1", "log+2", "log+3"])
        },
    ]

    private static func logKey(_ epoch: UInt32, wrapped: [UInt8]? = nil) -> StoredLogKey {
        StoredLogKey(
            epoch: epoch,
            verifier: "log+\(epoch)",
            wrapped: wrapped ?? [UInt8(epoch), UInt8(epoch)],
            createdAt: Timestamp(milliseconds: Int64(epoch))
        )
    }
}
