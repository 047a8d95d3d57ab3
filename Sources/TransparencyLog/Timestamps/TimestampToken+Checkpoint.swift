// Time stamps of checkpoints.

extension SignedCheckpoint {
    /// What to ask an authority about the checkpoint; the nonce is drawn at random.
    ///
    /// The message is the text that is signed, without any signature: cosignatures that come later
    /// do not change it.
    package func timestampRequest(nonce: UInt64) -> TimestampRequest {
        TimestampRequest(of: [UInt8](note.text.utf8), nonce: nonce)
    }

    /// SHA-256 of that text, 32 bytes.
    package var imprint: [UInt8] { timestampRequest(nonce: 0).imprint }
}

extension TimestampToken {
    /// Reads a token that was kept, bare or in the reply it came in.
    package init(replyOrToken bytes: [UInt8]) throws(TimestampError) {
        do {
            try self.init(bytes: bytes)
        } catch .malformed(.token) {
            switch try TimestampReply(bytes: bytes).outcome {
            case .granted(let token), .grantedWithModifications(let token): self = token
            case .refused(let refusal): throw .refused(refusal)
            }
        }
    }

    /// Whether the token states a time for this checkpoint; who signed it is not asked.
    package func isOf(_ checkpoint: SignedCheckpoint) -> Bool {
        info.version == TimestampInfo.knownVersion && info.imprint == checkpoint.imprint
    }
}
