import ConversationRuntime
import Encryption
import Foundation
import Testing

// The three places a key may come from, and what is said when it is not there.

private func withKeyFile(mode: Int, _ body: (String, KeyEncryptionKey) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("parley-key-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let key = KeyEncryptionKey.generate(epoch: 3)
    #expect(
        FileManager.default.createFile(
            atPath: path,
            contents: Data(KeyText.render(key).utf8),
            attributes: [.posixPermissions: mode]
        )
    )
    try body(path, key)
}

@Test func `a key file that only its owner reads is loaded`() throws {
    try withKeyFile(mode: 0o400) { path, key in
        let loaded = try KeySource("file:\(path)").load()
        let bare = try KeySource(path).load()
        #expect(loaded.identifier == key.identifier)
        #expect(bare.epoch == 3)
    }
}

@Test func `a key file that others can read is refused`() throws {
    try withKeyFile(mode: 0o644) { path, _ in
        #expect(throws: KeySourceError.tooOpen(path: path)) { try KeySource(path).load() }
    }
}

@Test func `a command gives the key on its standard output`() throws {
    try withKeyFile(mode: 0o400) { path, key in
        let loaded = try KeySource("command:cat '\(path)'").load()
        #expect(loaded.identifier == key.identifier)
    }
}

@Test func `a failing command is named by its status, not its text`() {
    #expect(throws: KeySourceError.commandFailed(status: 7)) {
        try KeySource("command:exit 7").load()
    }
}

@Test func `a missing variable is named`() {
    let error = #expect(throws: KeySourceError.self) {
        try KeySource("env:PARLEY_NO_SUCH_KEY").load()
    }
    #expect(error?.sentence.contains("PARLEY_NO_SUCH_KEY") == true)
}
