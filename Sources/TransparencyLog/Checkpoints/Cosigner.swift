package import Clocks
package import Encryption

/// A witness's key: it says what the largest consistent tree of a log was at a time.
///
/// C2SP tlog-cosignature, Ed25519 v1. The message does not hold the cosigner's name, so that each
/// cosigner needs a key of its own, which is no log's key either.
package struct Cosigner: Sendable {
    /// What verifies the cosignatures.
    package let verifierKey: NoteKey
    private let key: SigningKey

    /// Takes a key under the name of its witness.
    package init(name: String, key: SigningKey) throws(NoteError) {
        verifierKey = try NoteKey(name: name, algorithm: .cosignature, publicKey: key.publicKey)
        self.key = key
    }

    /// Cosigns the text of a checkpoint.
    ///
    /// The time is from 1970 to 9999; what is below a second is dropped.
    package func cosignature(of text: String, at time: Timestamp) -> NoteSignature {
        precondition(time.milliseconds >= 0, "nothing is cosigned before 1970")
        let second = UInt64(time.milliseconds / 1000)
        precondition(
            second <= TimestampedSignature.lastSecond,
            "nothing is cosigned after the year 9999"
        )
        let message = TimestampedSignature.message(text, atSecond: second)
        let timed = TimestampedSignature(second: second, signature: key.signature(for: message))
        return NoteSignature(by: verifierKey, bytes: timed.bytes)
    }
}
