import CommandLineSupport
import Encryption
import Foundation
import StorageSQLite
import TransparencyLog

/// A witness's key and its memory, which belong together.
///
/// A key whose memory is lost knows nothing of what it signed, and would cosign a second history:
/// it is refused, and a new witness needs a new key.
struct WitnessMemory {
    let store: SQLiteWitnessStore
    let cosigner: Cosigner

    /// Opens both, or makes both on the first start.
    static func open(_ folder: String, _ identity: WitnessIdentity) throws -> WitnessMemory {
        let file = SigningKeyFile(path: identity.keyFile)
        let hadMemory = SQLiteWitnessStore.isPresent(in: folder)
        var seed = try file.read()
        guard seed == nil || hadMemory else {
            throw Failure.cannotRun(
                "the key in `\(file.path)` has been used, and `\(folder)` does not hold what it "
                    + "signed; restore `witness.db` from the newest backup, or start a new "
                    + "witness with a new key"
            )
        }
        let store = try SQLiteWitnessStore(folder: folder)
        if seed == nil {
            guard try store.owner() == nil else {
                try store.close()
                throw Failure.cannotRun(
                    "`\(folder)` is the memory of a witness whose key is not in `\(file.path)`; "
                        + "give its key, or another folder to a new witness"
                )
            }
            seed = try file.make()
        }
        guard let seed else { preconditionFailure("a key was read or made") }
        let cosigner = try identity.cosigner(seed)
        let key = cosigner.verifierKey.text
        let owner = try store.claim(by: [UInt8](key.utf8))
        guard owner == [UInt8](key.utf8) else {
            try store.close()
            throw Failure.cannotRun(
                "`\(folder)` is the memory of the witness "
                    + "\(String(decoding: owner, as: UTF8.self)); this one would be \(key). "
                    + "Start it with that name and key, or give another folder to a new witness"
            )
        }
        return WitnessMemory(store: store, cosigner: cosigner)
    }
}
