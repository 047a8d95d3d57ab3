import Clocks
import Storage
import StoreConformance
import Testing

/// What no caller may hand to a store stops the process with a sentence.
@Suite struct DefectTests {
    @Test func `a message that was tried cannot be queued as a new one`() async {
        await #expect(processExitsWith: .failure) {
            let tried = OutboxRow(effectID: [1], purpose: nil, sealed: [2], attempts: 1)
            _ = Sample.turn(Sample.contact(1), outbox: [tried])
        }
        await #expect(processExitsWith: .failure) {
            let postponed = OutboxRow(
                effectID: [1],
                purpose: nil,
                sealed: [2],
                notBefore: Timestamp(milliseconds: 1)
            )
            _ = Sample.turn(Sample.contact(1), outbox: [postponed])
        }
    }

    @Test func `a key needs a whole hash, and scopes that are words`() async {
        await #expect(processExitsWith: .failure) {
            _ = DefectTests.key(hashBytes: 31, scopes: [])
        }
        await #expect(processExitsWith: .failure) {
            _ = DefectTests.key(hashBytes: 32, scopes: ["audit:read keys:admin"])
        }
        await #expect(processExitsWith: .failure) {
            _ = DefectTests.key(hashBytes: 32, scopes: [""])
        }
        // The control: none of it is wrong.
        #expect(DefectTests.key(hashBytes: 32, scopes: ["audit:read"]).scopes == ["audit:read"])
    }

    private static func key(hashBytes: Int, scopes: [String]) -> StoredAPIKey {
        StoredAPIKey(
            id: "a",
            secretHash: [UInt8](repeating: 1, count: hashBytes),
            name: "a key",
            scopes: scopes,
            createdAt: Timestamp(milliseconds: 1)
        )
    }
}
