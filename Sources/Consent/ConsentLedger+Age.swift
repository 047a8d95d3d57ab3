package import Clocks

// LAW: Art. 8 GDPR: a child's consent counts only with that of whoever is responsible for them.
// The age gate.
extension ConsentLedger {
    /// Remembers what a date of birth showed, and ends what the contact is too young for.
    ///
    /// Only the gate that was passed is kept. A request that is open is refused; consent that was
    /// given is found not to count.
    package mutating func recordAge(
        years: Int,
        _ purposes: [Purpose],
        at now: Timestamp
    ) -> [ConsentChange] {
        let gates = purposes.compactMap(\.minimumAge)
        // Born tomorrow is a slip of the finger, not an age.
        guard !gates.isEmpty, years >= 0 else { return [] }
        age = AgeProof(atLeast: gates.filter { $0 <= years }.max() ?? 0, at: now)
        return endWhatIsTooYoung(purposes, at: now)
    }

    mutating func endWhatIsTooYoung(
        _ purposes: [Purpose],
        at now: Timestamp
    ) -> [ConsentChange] {
        keys.flatMap { key -> [ConsentChange] in
            guard let law = law(of: key.purpose, purposes), ageObstacle(law) == .tooYoung else {
                return []
            }
            return move(key, .decline, from: [.requested], to: .refused, at: now)
                + move(key, .invalidate, from: [.given, .renewed], to: .invalidated, at: now)
        }
    }

    func ageObstacle(_ purpose: Purpose) -> ActRefusal? {
        guard let minimum = purpose.minimumAge else { return nil }
        guard let age else { return .ageNotShown }
        return age.atLeast >= minimum ? nil : .tooYoung
    }
}
