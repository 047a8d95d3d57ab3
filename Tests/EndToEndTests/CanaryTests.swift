import Clocks
import ConversationRuntime
import Conversations
import Foundation
import Storage
import StorageSQLite
import Testing

/// One of a thousand contacts is erased; every file is then searched for what was theirs.
struct CanaryTests {
    private static let count = 1000
    private static let erased = 417

    private static func address(_ number: Int) -> String { "+4915\(20_000_000 + number * 7919)" }
    private static func name(_ number: Int) -> String { "Zwergfalke\(number * 104_729)" }

    /// A thousand people who agree, and say a name that is kept for thirty days.
    private static var script: String {
        (0..<count).map { number in
            "/as \(address(number))\nhi\n/tap 1\n/tap 1\n/tap 1\n\(name(number))\n"
        }.joined()
    }

    @Test func `erasing one of a thousand contacts leaves no byte of them in any file`() throws {
        try Programs.withTemporaryFolder { folder in
            let store = "\(folder)/store"
            let chat = ["chat", "order-updates", "--script", "-", "--locale", "en"]
            let start = ["--store", store, "--at", Date().formatted(.iso8601)]
            let played = try Programs.parley(chat + start, input: Self.script)
            try #require(played.status == 0, "\(played.errors)")
            let theirs = try Self.secrets(of: Self.erased, in: store)
            let others = try Self.secrets(of: Self.erased + 1, in: store)
            // Sealed from the beginning, and the keys are where they are looked for.
            try Self.expectNowhere(Self.words(of: Self.erased), folder)
            #expect(try Self.places(theirs, folder).count == theirs.count)

            let proof = "\(folder)/proof.json"
            let erasing = ["contact", "erase", Self.address(Self.erased), "--store", store]
            let output = ["--yes", "--json", "--output", proof]
            let erased = try Programs.parley(erasing + output)
            try #require(erased.status == 0, "\(erased.errors)")
            let exported = ["contact", "export", Self.address(Self.erased + 1), "--store", store]
            let export = try Programs.parley(exported + ["--output", "\(folder)/export.json"])
            try #require(export.status == 0, "\(export.errors)")

            try Self.expectNowhere(Self.words(of: Self.erased), folder)
            let left = try Self.places(theirs, folder)
            #expect(left == [], "keys or hashes of the erased contact are left in \(left)")
            // A search that finds nothing proves nothing unless it would find something.
            #expect(try Self.places(others, folder).count == others.count)
            let log = try Programs.parley(["audit", "list", "--store", store]).text
            #expect(!Self.words(of: Self.erased).contains { log.contains($0) })
            let verified = try Programs.parley(["audit", "verify", "--store", store])
            #expect(verified.status == 0, "\(verified.text)")
        }
    }

    private static func words(of number: Int) -> [String] {
        [address(number), String(address(number).dropFirst()), name(number)]
    }

    /// The wrapped keys of a contact, and the keyed hashes that lead to them.
    private static func secrets(of number: Int, in path: String) throws -> [[UInt8]] {
        let folder = try StoreFolder(path: path)
        defer { try? folder.close() }
        let key = try KeySource.file("\(path).key").load()
        let directory = try Vaults.open(folder.vault, with: key, entropy: .system)
        let address = try #require(
            ContactAddress(channel: "whatsapp", text: address(number))
        )
        let contact = try #require(try directory.find(address))
        let wrapped = try #require(try folder.vault.wrappedSecrets(of: contact.id))
        return [wrapped] + (try folder.vault.identifiers(of: contact.id))
    }

    private static func places(_ needles: [[UInt8]], _ folder: String) throws -> [String] {
        try Programs.files(under: folder).flatMap { file in
            needles.filter { file.bytes.range(of: Data($0)) != nil }.map { _ in file.name }
        }
    }

    /// In no encoding in which a text usually gets into a file.
    private static func expectNowhere(_ words: [String], _ folder: String) throws {
        for file in try Programs.files(under: folder) {
            for word in words {
                let forms = [
                    Data(word.utf8),
                    Data(word.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }),
                    Data(Data(word.utf8).base64EncodedString().dropLast(4).utf8),
                    Data(word.utf8.map { String($0, radix: 16) }.joined().utf8),
                ]
                for (index, form) in forms.enumerated() {
                    #expect(file.bytes.range(of: form) == nil, "form \(index) in \(file.name)")
                }
            }
        }
    }
}
