package import Clocks

/// The log's side of asking one witness for a cosignature: what to do next, given an answer.
///
/// At most two requests: the first with the size the witness is believed to have, the second with
/// the size it told. Nothing is believed that does not verify.
package struct WitnessExchange: Sendable {
    /// How far the time of a cosignature may be from the log's own, in milliseconds.
    package static let clockTolerance: Int64 = 10 * 60 * 1000

    /// What comes next.
    package enum Step: Hashable, Sendable {
        /// Send the checkpoint with the proof from this size, and bring the answer back.
        case send(oldSize: UInt64)
        case cosigned(NoteSignature, CosignatureSeen)
        case failed(WitnessFailure)
    }

    private enum State: Hashable {
        case ready(oldSize: UInt64)
        case asked(oldSize: UInt64, isRepeated: Bool)
        case ended
    }

    private let checkpoint: SignedCheckpoint
    private let key: NoteKey
    private var state: State

    /// Prepares to ask the witness with this key.
    ///
    /// The last size is that of the tree the witness cosigned last, as far as is known; 0 when
    /// nothing is.
    package init(of checkpoint: SignedCheckpoint, by key: NoteKey, lastSize: UInt64) {
        precondition(key.algorithm == .cosignature, "a witness has a key that cosigns")
        self.checkpoint = checkpoint
        self.key = key
        state = .ready(oldSize: lastSize)
    }

    /// The first step.
    package mutating func begin() -> Step {
        guard case .ready(let oldSize) = state else {
            preconditionFailure("an exchange begins once")
        }
        return ask(from: oldSize, isRepeated: false)
    }

    /// The step after an answer that came at this time by the log's own clock.
    package mutating func take(_ answer: AddCheckpointAnswer, at now: Timestamp) -> Step {
        guard case .asked(let oldSize, let isRepeated) = state else {
            preconditionFailure("an answer follows a request")
        }
        switch answer {
        case .cosigned(let signatures): return believe(signatures, at: now)
        case .conflict(let latest):
            guard latest != oldSize else { return fail(.contradiction) }
            guard !isRepeated else { return fail(.keepsChanging) }
            return ask(from: latest, isRepeated: true)
        case .unknownLog: return fail(.unknownLog)
        case .untrusted: return fail(.untrusted)
        case .inconsistent: return fail(.inconsistent)
        case .malformed: return fail(.notUnderstood)
        }
    }

    private mutating func ask(from oldSize: UInt64, isRepeated: Bool) -> Step {
        // A witness that saw more leaves than the log has: the log was rolled back, or another
        // process publishes under its name.
        guard oldSize <= checkpoint.checkpoint.size else {
            return fail(.isAhead(size: oldSize))
        }
        state = .asked(oldSize: oldSize, isRepeated: isRepeated)
        return .send(oldSize: oldSize)
    }

    /// Takes the witness's cosignature from among what came, if it verifies.
    private mutating func believe(_ signatures: [NoteSignature], at now: Timestamp) -> Step {
        guard let signature = signatures.first(where: { $0.isNamed(after: key) }) else {
            return fail(.noCosignature)
        }
        let seen: CosignatureSeen?
        do {
            seen = try checkpoint.adding(signature).cosignatures(by: [key]).first
        } catch {
            return fail(.wrongCosignature)
        }
        guard let seen else { return fail(.wrongCosignature) }
        let distance = seen.time.milliseconds - now.milliseconds
        guard abs(distance) <= Self.clockTolerance else { return fail(.wrongTime(seen.time)) }
        state = .ended
        return .cosigned(signature, seen)
    }

    private mutating func fail(_ failure: WitnessFailure) -> Step {
        state = .ended
        return .failed(failure)
    }
}
