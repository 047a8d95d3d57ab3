import ArgumentParser
import CommandLineSupport
import Consent
import ConsentRecords
import ConversationRuntime
import Encryption
import Foundation
import JSONCoding
import Storage
import StorageSQLite

struct ConsentVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Whether a signed receipt is one that the controller issued, unchanged.",
        discussion: """
            Works offline. With --key it needs no store, and nothing but the receipt and the \
            controller's public keys (`parley consent key`); otherwise it takes the keys of the \
            store, without opening it with its own key. A receipt that holds was issued exactly \
            so; what has happened since, it does not say.
            """
    )

    @Argument(help: "The signed receipt (jws), or - for standard input.")
    var file: String

    @Option(name: .long, help: "A file with the public keys (RFC 7517).")
    var key: String?

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            var receipt = try Self.bytes(of: file, limit: SignedReceipt.limit)
            // One line end is the file's, not the receipt's.
            if receipt.last == UInt8(ascii: "\n") { receipt.removeLast() }
            switch ReceiptVerifier.verify(receipt, keys: try keys()) {
            case .holds(let summary):
                Output.line(json ? Self.json(summary) : Self.text(summary))
            case .fails(let fault):
                let hint = Self.hint(receipt)
                if json {
                    Output.line("{\"holds\": false, \"why\": \(JSONText.quoted(fault.sentence))}")
                    throw ExitCode(1)
                }
                throw Failure.doesNotHold("the receipt does not hold: \(fault.sentence)\(hint)")
            }
        }
    }

    private func keys() throws -> [SigningKey.PublicKey] {
        guard let key else {
            let folder = try StoreOpening.open(store.path)
            let keys = try folder.signingKeys()
            try folder.close()
            return keys
        }
        do {
            return try PublicKeySet.read(try Self.bytes(of: key, limit: PublicKeySet.limit))
        } catch let fault as PublicKeyFault {
            throw Failure.cannotRun(fault.sentence)
        }
    }

    /// At most two bytes more than the limit: enough to see that it is passed.
    private static func bytes(of path: String, limit: Int) throws -> [UInt8] {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw Failure.cannotRun("`\(path)` cannot be read") }
        var bytes: [UInt8] = []
        while bytes.count < limit + 2,
            let more = try handle.read(upToCount: limit + 2 - bytes.count), !more.isEmpty
        {
            bytes += more
        }
        return bytes
    }

    /// What somebody may have taken for the receipt.
    private static func hint(_ bytes: [UInt8]) -> String {
        switch bytes.first {
        case UInt8(ascii: "<"): "; of a page, give the box at its end, as one line"
        case UInt8(ascii: "{"): "; this is a document without a signature"
        default: ""
        }
    }

    private static func text(_ summary: ReceiptSummary) -> String {
        """
        holds: receipt \(summary.receiptID.printable)
          controller  \(summary.controller.printable)
          purpose     \(summary.purpose.printable)
          contact     \(summary.subject.printable)
          consent     \(summary.state.rawValue) at \(summary.since.printable)
          signed by   \(summary.keyID)
        """
    }

    private static func json(_ summary: ReceiptSummary) -> String {
        let document: JSONValue = [
            "holds": .boolean(true),
            "receipt": .text(summary.receiptID),
            "format": .text(summary.format.rawValue),
            "controller": .text(summary.controller),
            "purpose": .text(summary.purpose),
            "contact": .text(summary.subject),
            "state": .text(summary.state.rawValue),
            "since": .text(summary.since),
            "key": .text(summary.keyID),
        ]
        return document.compact
    }
}

extension StoreFolder {
    /// The public halves of the store's signing keys, for which the store's own key is not needed.
    func signingKeys() throws -> [SigningKey.PublicKey] {
        do {
            return try vault.signingKeys().map {
                try WrappedSigningKey(bytes: $0.wrapped).publicKey
            }
        } catch is UnwrapError {
            throw StoreError.corrupt(file: "keys.db")
        }
    }
}

extension String {
    /// Without characters that steer a terminal.
    fileprivate var printable: String {
        String(
            unicodeScalars.map {
                $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0)
            }
        )
    }
}
