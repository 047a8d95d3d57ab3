import Audit
import Clocks
import Encryption
import FlowProgram
import Storage
import TransparencyLog

// Which key signs, and how one follows another.
extension LogKeeper {
    /// The key that signs, made when there is none.
    func currentKey(at now: Timestamp) throws(LogError) -> LogKeys.Signing {
        if let key = try keys.signing().last {
            if try !isIntroduced(key.verifier) {
                try append(LogEvents.firstKey(key.verifier, at: now), at: now)
            }
            return key
        }
        guard try keys.verifiers().isEmpty else { throw .noKey }
        let key = try keys.make(named: origin(), at: now)
        try append(LogEvents.firstKey(key.verifier, at: now), at: now)
        return key
    }

    /// Makes the next epoch's key, and lets the old one sign for the last time.
    func rotate(
        _ old: LogKeys.Signing,
        at now: Timestamp
    ) throws(LogError) -> LogKeys.Signing {
        let new = try keys.make(named: old.verifier.name, at: now)
        try close(old, for: new, at: now)
        return new
    }

    /// Finishes a change of keys that a crash interrupted.
    func settleRotation(at now: Timestamp) throws(LogError) {
        let signing = try keys.signing()
        guard signing.count > 1, let new = signing.last else { return }
        for old in signing.dropLast() {
            try close(old, for: new, at: now)
        }
    }

    /// Writes that `new` follows, has `old` sign exactly up to there, and destroys it.
    func close(
        _ old: LogKeys.Signing,
        for new: LogKeys.Signing,
        at now: Timestamp
    ) throws(LogError) {
        let event = LogEvents.rotation(from: old.verifier, to: new.verifier, at: now)
        let introduced = try introduction(of: new.verifier)
        let size = if let introduced { introduced } else { try append(event, at: now) }
        _ = try sign(with: old, at: now, size: size)
        try keys.destroy(old.epoch)
    }

    func isIntroduced(_ verifier: NoteKey) throws(LogError) -> Bool {
        if let last = try lastCheckpoint(), last.isSigned(by: verifier) { return true }
        return try introduction(of: verifier) != nil
    }

    /// How many leaves there were with the one that names a key, with which nothing was signed yet:
    /// it comes after the last checkpoint, or is the last leaf under it, which closed the epoch
    /// before.
    func introduction(of verifier: NoteKey) throws(LogError) -> UInt64? {
        let signed = try lastRow()?.size ?? 0
        let start = signed - min(1, signed)
        let text = verifier.text
        var found: UInt64?
        try reading { () throws(StoreError) in
            try AuditReading(store: store).forEach(from: start) { leaf in
                guard found == nil, let event = try? AuditLeaf.decode(leaf.body).event,
                    event.to == text, event.cause == LogEvents.cause
                else { return }
                found = leaf.index + 1
            }
        }
        return found
    }

    /// The name the log has, or gets: of the settings, or one that no other log has.
    func origin() throws(LogError) -> String {
        if let first = try keys.verifiers().first { return first.name }
        if let origin = settings.origin { return origin }
        let random = AuditEvent.text(ofPseudonym: entropy.bytes(AuditEvent.identifierByteCount))
        return "parley.invalid/log/\(random.prefix(16))"
    }
}

extension SignedCheckpoint {
    /// Whether a key of the log has signed this.
    func isSigned(by key: NoteKey) -> Bool { isSigned(byOneOf: [key]) }

    func isSigned(byOneOf keys: [NoteKey]) -> Bool { (try? verified(by: keys)) != nil }
}
