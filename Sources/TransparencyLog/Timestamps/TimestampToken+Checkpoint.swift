// Time stamps of checkpoints.

extension SignedCheckpoint {
    /// What a time stamp of the checkpoint is of: the text that is signed, without any signature.
    ///
    /// Cosignatures that come later do not change it.
    package var timestampedBytes: [UInt8] { [UInt8](note.text.utf8) }

    /// What to ask an authority about the checkpoint; the nonce is drawn at random.
    package func timestampRequest(nonce: UInt64) -> TimestampRequest {
        TimestampRequest(of: timestampedBytes, nonce: nonce)
    }
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
        // The nonce has no part in an imprint.
        info.version == TimestampInfo.knownVersion
            && info.imprint == checkpoint.timestampRequest(nonce: 0).imprint
    }
}
