import Storage
import Testing

@Suite struct StoreErrorTests {
    @Test(arguments: [
        (StoreError.full, true), (.unavailable(code: 10), true), (.corrupt(file: "f"), false),
        (.unknownSchema(file: "f", version: 2), false), (.inUse(folder: "f"), false),
        (.noFolder("f"), false), (.notDurable, false), (.closed, false),
        (.overloaded, true), (.logBusy(file: "f"), true), (.unknownContact, false),
    ])
    func `only a lack of room, of access or of time may pass by itself`(
        _ error: StoreError,
        isTransient: Bool
    ) {
        #expect(error.isTransient == isTransient)
        #expect(!error.sentence.isEmpty)
        #expect(!error.sentence.hasSuffix("."))
    }
}
