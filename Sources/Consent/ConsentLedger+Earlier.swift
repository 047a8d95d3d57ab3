package import Clocks

// For proofs: a person who rested longer before they came back differs in nothing else.
extension ConsentLedger {
    /// Has consent that is valid end at `now`, as if it had been given long enough before.
    package mutating func endConsent(_ key: ConsentKey, at now: Timestamp) {
        records[key]?.expiresAt = now
    }

    /// Has the rest after a refusal end at `now`, as if the refusal were long enough past.
    package mutating func endRest(_ key: ConsentKey, at now: Timestamp) {
        records[key]?.coolsUntil = now
    }
}
